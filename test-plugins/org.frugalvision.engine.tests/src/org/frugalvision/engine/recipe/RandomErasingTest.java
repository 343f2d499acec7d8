// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.recipe.RandomErasing.Draw;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.junit.Test;

/** Covered parts. */
public final class RandomErasingTest {

    private static final ImageShape SQUARE = new ImageShape(1, 32, 32);

    private static final RandomErasing USUAL = RandomErasing.DEFAULT;

    @Test
    public void areaAndAspectGiveHeightAndWidth() {
        assertArrayEquals(new int[]{14, 7}, RandomErasing.size(SQUARE, 0.1, 2));
    }

    @Test
    public void rectanglesLieWithinAndNeverSpanTheImage() {
        final RandomGenerator random = Seeds.of(1).generator();
        final ImageShape flat = new ImageShape(1, 6, 20);
        for (int i = 0; i < 2000; i++) {
            final Box box = USUAL.box(flat, random).orElseThrow();
            assertTrue(box.toString(), box.top() >= 0 && box.left() >= 0 && box.bottom() <= 6 && box.right() <= 20);
            assertTrue(box.toString(), box.bottom() - box.top() < 6 && box.right() - box.left() < 20);
        }
    }

    @Test
    public void anImageThatNoRectangleFitsStaysAsItIs() {
        final var all = new RandomErasing(1, 1, 1, 1, Draw.LINEAR, Fill.BLACK);

        assertEquals(Optional.empty(), all.box(SQUARE, Seeds.of(1).generator()));
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
    public void aspectsAreDrawnEvenlyOrEvenlyInTheirLogarithm() {
        final var even = new RandomErasing(1, 0.02, 0.4, 0.25, Draw.LINEAR, Fill.MEAN);
        final var logarithmic = new RandomErasing(1, 0.02, 0.4, 0.25, Draw.LOGARITHMIC, Fill.MEAN);

        assertEquals(0.25, even.aspect(0), 1e-12);
        assertEquals(2.125, even.aspect(0.5), 1e-12);
        assertEquals(0.25, logarithmic.aspect(0), 1e-12);
        assertEquals(1, logarithmic.aspect(0.5), 1e-12);
        assertEquals(4, logarithmic.aspect(1), 1e-12);
    }

    @Test
    public void fillsEveryChannelOfTheRectangleAlone() {
        final ImageShape shape = new ImageShape(2, 2, 2);
        final Box corner = new Box(0, 0, 1, 1);
        final float[] pixels = {9, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f};
        final RandomGenerator random = Seeds.of(1).generator();

        Fill.MEAN.apply(pixels, 1, shape, corner, random);
        assertArrayEquals(new float[]{9, 0.25f, 0.2f, 0.3f, 0.4f, 0.65f, 0.6f, 0.7f, 0.8f}, pixels, 1e-6f);
        Fill.BLACK.apply(pixels, 1, shape, corner, random);
        assertEquals(0, pixels[1] + pixels[5], 0);
        Fill.WHITE.apply(pixels, 1, shape, corner, random);
        assertEquals(2, pixels[1] + pixels[5], 0);
        Fill.NOISE.apply(pixels, 1, shape, corner, random);
        assertTrue(pixels[1] != pixels[5] && pixels[1] < 1 && pixels[5] < 1);
        assertEquals(9, pixels[0], 0);
        assertEquals(0.2f, pixels[2], 0);
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
