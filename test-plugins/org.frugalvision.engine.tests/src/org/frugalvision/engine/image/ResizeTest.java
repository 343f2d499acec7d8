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
