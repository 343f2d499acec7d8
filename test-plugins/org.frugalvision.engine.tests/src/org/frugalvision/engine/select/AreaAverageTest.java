// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** Small versions of images. */
public final class AreaAverageTest {

    @Test
    public void keepsSmallImages() {
        final var shape = new ImageShape(2, 1, 2);

        assertArrayEquals(new float[]{0, 51 / 255f, 102 / 255f, 1},
            AreaAverage.of(new DecodedImage(shape, new byte[]{0, 51, 102, -1})), 1e-7f);
    }

    @Test
    public void averagesWholeBlocks() {
        // 16 columns become 8, each the mean of two; 1 row stays
        final var values = new byte[16];
        values[0] = 10;
        values[1] = 30;
        values[15] = 40;

        final var small = AreaAverage.of(new DecodedImage(new ImageShape(1, 1, 16), values));

        assertArrayEquals(new float[]{20 / 255f, 0, 0, 0, 0, 0, 0, 20 / 255f}, small, 1e-7f);
    }

    /**
     * 12 columns become 8 of 1.5 each: the first is 2/3 of column 0 and 1/3 of column 1, the second 1/3 of column 1 and
     * 2/3 of column 2.
     */
    @Test
    public void sharesPixelsOnBorders() {
        final var values = new byte[12];
        values[1] = 90;

        final var small = AreaAverage.of(new DecodedImage(new ImageShape(1, 1, 12), values));

        assertArrayEquals(new float[]{30 / 255f, 30 / 255f, 0, 0, 0, 0, 0, 0}, small, 1e-7f);
    }

    @Test
    public void keepsTheMeanOfEveryChannel() {
        final var shape = new ImageShape(3, 28, 21);
        final var values = new byte[shape.size()];
        Arrays.fill(values, 0, 588, (byte)10);
        Arrays.fill(values, 588, 1176, (byte)200);
        for (int i = 1176; i < values.length; i++) {
            values[i] = (byte)(i % 251);
        }

        final var small = AreaAverage.of(new DecodedImage(shape, values));

        assertEquals(3 * 64, small.length);
        double sum = 0;
        double expected = 0;
        for (int i = 0; i < 64; i++) {
            assertEquals(10 / 255f, small[i], 1e-6);
            assertEquals(200 / 255f, small[64 + i], 1e-6);
            sum += small[128 + i];
        }
        for (int i = 1176; i < values.length; i++) {
            expected += (values[i] & 0xFF) / 255.0;
        }
        assertEquals(expected / 588, sum / 64, 1e-6);
    }
}
