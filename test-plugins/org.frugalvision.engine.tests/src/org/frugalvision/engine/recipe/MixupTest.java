// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.junit.Test;

/** Blends of images. */
public final class MixupTest {

    private static final ImageShape SHAPE = new ImageShape(2, 1, 1);

    @Test
    public void threeTenthsOfZeroAndSevenOfTenAreSeven() {
        final Batch batch = Batches.of(SHAPE, 2, 0, 0, 10);

        Mixup.mix(batch, new int[]{1, 0}, 0.3);

        assertEquals(7, batch.pixels()[0], 1e-6);
        assertEquals(7, batch.pixels()[1], 1e-6);
        assertEquals("of what was there before", 3, batch.pixels()[2], 1e-6);
        assertArrayEquals(new float[]{0.3f, 0.7f}, Batches.row(batch, 0), 1e-7f);
        assertArrayEquals(new float[]{0.7f, 0.3f}, Batches.row(batch, 1), 1e-7f);
    }

    @Test
    public void weightsAreMixedWithTheLabels() {
        final Batch batch = Batches.of(SHAPE, 2, 0, 0, 10);
        batch.rows()[3] = 3;

        Mixup.mix(batch, new int[]{1, 0}, 0.5);

        assertArrayEquals(new float[]{0.5f, 1.5f}, Batches.row(batch, 0), 1e-7f);
    }

    @Test
    public void anImageThatIsItsOwnPartnerStays() {
        final Batch batch = Batches.of(SHAPE, 2, 0, 0.1f, 0.7f);

        Mixup.mix(batch, new int[]{0, 1}, 0.3);

        assertEquals(0.1f, batch.pixels()[0], 1e-7f);
        assertArrayEquals(new float[]{0, 1}, Batches.row(batch, 1), 1e-7f);
    }

    @Test
    public void imagesAndLabelsAreMixedAlike() {
        for (int seed = 0; seed < 50; seed++) {
            final Batch batch = Batches.of(SHAPE, 2, seed, 0, 1);

            new Mixup(1).batchLoaded(batch, null);

            assertEquals("seed " + seed, batch.pixels()[0], Batches.row(batch, 0)[1], 1e-6);
            assertEquals("seed " + seed, batch.pixels()[2], Batches.row(batch, 1)[1], 1e-6);
        }
    }

    @Test
    public void refusesWhatCannotBeDrawn() {
        assertEquals("\"Evenness of the mix\" must be between 0.05 and 100, but is 0.",
            assertThrows(SettingsException.class, () -> new Mixup(0)).getMessage());
        assertEquals("\"Evenness of the mix\" must be between 0.05 and 100, but is NaN.",
            assertThrows(SettingsException.class, () -> new Mixup(Double.NaN)).getMessage());
    }
}
