// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.frugalvision.engine.augment.Box;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.junit.Test;

/** Parts of other images. */
public final class CutMixTest {

    private static final ImageShape SQUARE = new ImageShape(1, 32, 32);

    @Test
    public void aBoxInTheMiddleIsWhole() {
        final Box box = CutMix.box(SQUARE, 0.75, 16, 16);

        assertEquals(new Box(8, 8, 24, 24), box);
        assertEquals(0.75, CutMix.kept(SQUARE, box), 0);
    }

    @Test
    public void aBoxOverTheBorderIsCutOffAndTheShareFollows() {
        final Box box = CutMix.box(SQUARE, 0.75, 30, 2);

        assertEquals(new Box(22, 0, 32, 10), box);
        assertEquals(0.90234375, CutMix.kept(SQUARE, box), 0);
    }

    @Test
    public void heightAndWidthAreNotExchanged() {
        assertEquals(new Box(2, 4, 6, 12), CutMix.box(new ImageShape(1, 8, 16), 0.75, 4, 8));
    }

    @Test
    public void oddSizesLoseAPixelAndEmptyBoxesKeepAll() {
        assertEquals(new Box(3, 3, 7, 7), CutMix.box(new ImageShape(1, 10, 10), 0.75, 5, 5));
        final Box empty = CutMix.box(SQUARE, 1, 5, 5);
        assertEquals(0, empty.area());
        assertEquals(1, CutMix.kept(SQUARE, empty), 0);
    }

    @Test
    public void labelsFollowTheAreas() {
        final Batch batch = Batches.of(new ImageShape(2, 2, 2), 3, 0, 0.1f, 0.5f, 0.9f);

        CutMix.paste(batch, new int[]{2, 0, 1}, new Box(0, 1, 1, 2));

        assertArrayEquals(new float[]{0.1f, 0.9f, 0.1f, 0.1f}, Batches.plane(batch, 0, 0), 0);
        assertArrayEquals(new float[]{0.1f, 0.9f, 0.1f, 0.1f}, Batches.plane(batch, 0, 1), 0);
        assertArrayEquals("of what was there before", new float[]{0.9f, 0.5f, 0.9f, 0.9f},
            Batches.plane(batch, 2, 0), 0);
        assertArrayEquals(new float[]{0.75f, 0, 0.25f}, Batches.row(batch, 0), 0);
    }

    @Test
    public void theProbabilityIsThatOfABatch() {
        int mixed = 0;
        for (int seed = 0; seed < 400; seed++) {
            final Batch batch = Batches.of(SQUARE, 2, seed, 0, 1);
            new CutMix(0.25, 100).batchLoaded(batch, null);
            mixed += batch.rows()[0] < 1 ? 1 : 0;
        }

        assertTrue("of 400: " + mixed, mixed > 30 && mixed < 70);
    }

    @Test
    public void probabilityZeroChangesNoBit() {
        final Batch batch = Batches.of(SQUARE, 8, 1);

        new CutMix(0, 1).batchLoaded(batch, null);

        assertArrayEquals(Batches.of(SQUARE, 8, 1).pixels(), batch.pixels(), 0);
        assertArrayEquals(Batches.of(SQUARE, 8, 1).rows(), batch.rows(), 0);
    }

    @Test
    public void refusesWhatCannotBeDrawn() {
        assertEquals("\"Probability\" must be between 0 and 1, but is 1.5.",
            assertThrows(SettingsException.class, () -> new CutMix(1.5, 1)).getMessage());
        assertEquals("\"Evenness of the parts\" must be between 0.05 and 100, but is -1.",
            assertThrows(SettingsException.class, () -> new CutMix(0.5, -1)).getMessage());
    }
}
