// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.frugalvision.engine.augment.Erasing.Draw;
import org.frugalvision.engine.augment.Fill;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.junit.Test;

/** Covered parts. */
public final class RandomErasingTest {

    private static final ImageShape SQUARE = new ImageShape(1, 32, 32);

    @Test
    public void anImageThatNoRectangleFitsStaysAsItIs() {
        final var all = new RandomErasing(1, 1, 1, 1, Draw.LINEAR, Fill.BLACK);

        final Batch batch = Batches.of(SQUARE, 4, 1);
        all.batchLoaded(batch, null);
        assertArrayEquals(Batches.of(SQUARE, 4, 1).pixels(), batch.pixels(), 0);
    }

    @Test
    public void aTenthOfThePixelsIsCovered() {
        long covered = 0;
        for (int seed = 0; seed < 40; seed++) {
            final Batch batch = Batches.of(SQUARE, 4, seed, new float[100]);
            new RandomErasing(0.5, 0.02, 0.4, 0.3, Draw.LINEAR, Fill.WHITE).batchLoaded(batch, null);
            for (int i = 0; i < 100 * SQUARE.size(); i++) {
                covered += batch.pixels()[i] == 1 ? 1 : 0;
            }
        }

        assertEquals("0.5 x 0.21, less what is drawn anew", 0.105, covered / (4000.0 * SQUARE.size()), 0.01);
    }

    @Test
    public void probabilityZeroChangesNoBit() {
        final Batch batch = Batches.of(SQUARE, 8, 1);

        new RandomErasing(0, 0.02, 0.4, 0.3, Draw.LINEAR, Fill.NOISE).batchLoaded(batch, null);

        assertArrayEquals(Batches.of(SQUARE, 8, 1).pixels(), batch.pixels(), 0);
    }

    @Test
    public void refusesWhatCannotBeDrawn() {
        assertRefused("\"Probability\" must be between 0 and 1, but is NaN.", Double.NaN, 0.02, 0.4, 0.3);
        assertRefused("\"Smallest area\" must be greater than 0 and at most 1, but is 0.", 0.5, 0, 0.4, 0.3);
        assertRefused("\"Largest area\" must be at least the smallest area and at most 1, but is 0.1.", 0.5, 0.2, 0.1,
            0.3);
        assertRefused("\"Smallest aspect\" must be greater than 0 and at most 1, but is 3.", 0.5, 0.02, 0.4, 3);
    }

    private static void assertRefused(final String message, final double probability, final double smallest,
        final double largest, final double aspect) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> new RandomErasing(probability, smallest, largest, aspect, Draw.LINEAR, Fill.MEAN)).getMessage());
    }
}
