// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.frugalvision.engine.augment.Box;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.junit.Test;

/** Other images, shrunk. */
public final class ResizeMixTest {

    /** A quarter of the area is the partner, all of it: the mean of its four values. */
    @Test
    public void theWholePartnerIsShrunkAndLabelsFollowTheAreas() {
        final Batch batch = Batches.of(new ImageShape(2, 4, 4), 3, 0, 0.1f, 0.5f, 0.9f);
        for (int k = 0; k < 32; k++) {
            batch.pixels()[2 * 32 + k] = k % 2;
        }

        ResizeMix.paste(batch, new int[]{2, 0, 1}, new Box(1, 2, 3, 4));

        assertArrayEquals(new float[]{0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.5f, 0.5f, 0.1f, 0.1f, 0.5f, 0.5f, 0.1f,
            0.1f, 0.1f, 0.1f}, Batches.plane(batch, 0, 1), 1e-6f);
        assertArrayEquals("of what was there before", new float[]{0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.1f, 0.1f,
            0.5f, 0.5f, 0.1f, 0.1f, 0.5f, 0.5f, 0.5f, 0.5f}, Batches.plane(batch, 1, 0), 1e-6f);
        assertArrayEquals(new float[]{0.75f, 0, 0.25f}, Batches.row(batch, 0), 0);
        assertArrayEquals(new float[]{0.25f, 0.75f, 0}, Batches.row(batch, 1), 0);
        assertEquals("no further image", -1, batch.pixels()[3 * 32], 0);
    }

    @Test
    public void theShrunkImageLiesWithinAndHasAtLeastOnePixel() {
        final var random = Seeds.of(1).generator();
        for (int trial = 0; trial < 200; trial++) {
            final Box box = ResizeMix.place(new ImageShape(1, 10, 4), 0.5, random);
            assertTrue(box.toString(), box.top() >= 0 && box.left() >= 0 && box.bottom() <= 10 && box.right() <= 4);
            assertEquals(5, box.bottom() - box.top());
            assertEquals(2, box.right() - box.left());
        }
        assertEquals(new Box(0, 0, 1, 1), ResizeMix.place(new ImageShape(1, 1, 1), 0.1, random));
    }

    @Test
    public void probabilityZeroChangesNoBit() {
        final Batch batch = Batches.of(new ImageShape(1, 8, 8), 8, 1);

        new ResizeMix(0, 0.1, 0.8).batchLoaded(batch, null);

        assertArrayEquals(Batches.of(new ImageShape(1, 8, 8), 8, 1).pixels(), batch.pixels(), 0);
    }

    @Test
    public void refusesScalesThatCannotBe() {
        assertRefused("\"Probability\" must be between 0 and 1, but is 1.5.", 1.5, 0.1, 0.8);
        assertRefused("\"Smallest scale\" must be between 0.05 and 1, but is 0.", 0.5, 0, 0.8);
        assertRefused("\"Largest scale\" must be at least the smallest scale and at most 1, but is 0.3.", 0.5, 0.4,
            0.3);
    }

    private static void assertRefused(final String message, final double probability, final double smallest,
        final double largest) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> new ResizeMix(probability, smallest, largest)).getMessage());
    }
}
