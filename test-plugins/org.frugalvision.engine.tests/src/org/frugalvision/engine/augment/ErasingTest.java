// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.augment.Erasing.Draw;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Covered parts. */
public final class ErasingTest {

    private static final ImageShape SQUARE = new ImageShape(1, 32, 32);

    private static final Erasing USUAL = new Erasing(0.02, 0.4, 0.3, Draw.LINEAR, Fill.NOISE);

    @Test
    public void areaAndAspectGiveHeightAndWidth() {
        assertArrayEquals(new int[]{14, 7}, Erasing.size(SQUARE, 0.1, 2));
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
        final var all = new Erasing(1, 1, 1, Draw.LINEAR, Fill.BLACK);

        assertEquals(Optional.empty(), all.box(SQUARE, Seeds.of(1).generator()));
    }

    @Test
    public void aspectsAreDrawnEvenlyOrEvenlyInTheirLogarithm() {
        final var even = new Erasing(0.02, 0.4, 0.25, Draw.LINEAR, Fill.MEAN);
        final var logarithmic = new Erasing(0.02, 0.4, 0.25, Draw.LOGARITHMIC, Fill.MEAN);

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
}
