// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;

import org.junit.Test;

/** Images of another size, by hand. */
public final class ResizeTest {

    @Test
    public void keepsAnImageOfEqualSize() {
        final byte[] values = {1, 2, 3, 4, 5, -1};

        assertArrayEquals(values, Resize.rounded(new ImageShape(1, 2, 3), values, 2, 3));
    }

    @Test
    public void averagesBlocks() {
        final byte[] values = {10, 20, 0, 0, 30, 40, 0, -1};

        assertArrayEquals(new double[]{25, 63.75}, Resize.exact(new ImageShape(1, 2, 4), values, 1, 2), 1e-12);
        assertArrayEquals(new byte[]{25, 64}, Resize.rounded(new ImageShape(1, 2, 4), values, 1, 2));
    }

    /** 3 columns become 2 of 1.5 each. */
    @Test
    public void sharesPixelsOnBorders() {
        assertArrayEquals(new double[]{(10 + 45) / 1.5, (45 + 30) / 1.5},
            Resize.exact(new ImageShape(1, 1, 3), new byte[]{10, 90, 30}, 1, 2), 1e-12);
    }

    /** Two pixels become four: the centres lie at -1/4, 1/4, 3/4 and 5/4 of the way. */
    @Test
    public void interpolatesBetweenCentres() {
        assertArrayEquals(new double[]{0, 25, 75, 100},
            Resize.exact(new ImageShape(1, 1, 2), new byte[]{0, 100}, 1, 4), 1e-12);
    }

    @Test
    public void repeatsASinglePixel() {
        assertArrayEquals(new byte[]{7, 7, 7, 7, 7, 7}, Resize.rounded(new ImageShape(1, 1, 1), new byte[]{7}, 2, 3));
    }

    @Test
    public void treatsEveryChannelForItself() {
        assertArrayEquals(new byte[]{15, -128},
            Resize.rounded(new ImageShape(2, 1, 2), new byte[]{10, 20, -128, -128}, 1, 1));
    }

    /** What nobody sees does not shine through. */
    @Test
    public void coloursCountWithTheirOpacity() {
        final byte[] values = {10, 90, 20, 80, 30, 70, (byte)200, 100};

        final var half = Resize.roundedByOpacity(new DecodedImage(new ImageShape(4, 1, 2), values), 1, 1);

        // (10 * 200 + 90 * 100) / 300, and so on
        assertArrayEquals(new byte[]{37, 40, 43, (byte)150}, half.values());
    }

    @Test
    public void hiddenColoursVanishAndOpaqueOnesAreAsWithoutAlpha() {
        final byte[] hidden = {10, 90, 20, 80, 30, 70, -1, 0};
        final byte[] clear = {10, 90, 20, 80, 30, 70, 0, 0};
        final byte[] opaque = {10, 91, 20, 81, 30, 71, -1, -1};
        final var shape = new ImageShape(4, 1, 2);

        assertArrayEquals(new byte[]{10, 20, 30, (byte)128},
            Resize.roundedByOpacity(new DecodedImage(shape, hidden), 1, 1).values());
        assertArrayEquals(new byte[]{50, 50, 50, 0},
            Resize.roundedByOpacity(new DecodedImage(shape, clear), 1, 1).values());
        assertArrayEquals(Resize.rounded(shape, opaque, 1, 1),
            Resize.roundedByOpacity(new DecodedImage(shape, opaque), 1, 1).values());
        assertArrayEquals(Resize.rounded(shape, opaque, 3, 5),
            Resize.roundedByOpacity(new DecodedImage(shape, opaque), 3, 5).values());
    }

    @Test
    public void keepsAnEvenColourAtEverySize() {
        final var values = new byte[5 * 7];
        Arrays.fill(values, (byte)200);

        for (int height = 1; height < 15; height++) {
            for (int width = 1; width < 15; width++) {
                final var resized = Resize.exact(new ImageShape(1, 5, 7), values, height, width);
                assertEquals(200, Arrays.stream(resized).max().orElseThrow(), 1e-9);
                assertEquals(200, Arrays.stream(resized).min().orElseThrow(), 1e-9);
            }
        }
    }
}
