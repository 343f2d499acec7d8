// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.frugalvision.engine.augment.Pictures.after;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** CLAHE by hand. */
public final class TileCurvesTest {

    private static final double NO_LIMIT = 256;

    @Test
    public void fourShadesAreSpreadEvenly() {
        final var image = new Raster(new ImageShape(1, 2, 2), 255, new int[]{0, 85, 170, 255});

        assertArrayEquals(new int[]{64, 128, 191, 255}, after("clahe", NO_LIMIT, image));
    }

    /** 28 x 28 pixels of one shade: 15 of 784 stay, 769 = 3 x 256 + 1 are spread. */
    @Test
    public void whatIsAboveTheLimitIsSpread() {
        final int[] counts = new int[256];
        counts[100] = 784;

        final double[] curve = TileCurves.curve(counts, 5);

        assertEquals("3, and the one that is left", 4 / 784.0, curve[0], 1e-12);
        assertEquals((3 * 100 + 1) / 784.0, curve[99], 1e-12);
        assertEquals((3 * 101 + 1 + 15) / 784.0, curve[100], 1e-12);
        assertEquals(1, curve[255], 1e-12);
    }

    /** Two are left over: at 0 and at 128. */
    @Test
    public void theRestIsSpreadAtEqualDistances() {
        final int[] counts = new int[256];
        counts[7] = 3;

        final double[] curve = TileCurves.curve(counts, 1);

        assertEquals(1 / 3.0, curve[0], 1e-12);
        assertEquals(2 / 3.0, curve[7], 1e-12);
        assertEquals(2 / 3.0, curve[127], 1e-12);
        assertEquals(1, curve[128], 1e-12);
    }

    @Test
    public void aFlatImageStaysFlat() {
        for (final int max : new int[]{255, 65_535}) {
            final int[] values = after("clahe", 5, Pictures.flat(new ImageShape(3, 50, 37), max, max / 3));

            assertEquals(1, Arrays.stream(values).distinct().count());
        }
    }

    /** A dark half gains contrast that the whole image's histogram would not give it. */
    @Test
    public void aDarkPartIsBroughtToTheLight() {
        final int[] values = new int[64 * 64];
        Arrays.setAll(values, i -> i % 64 < 32 ? i / 64 % 4 : 200 + i / 64 % 4);
        final var image = new Raster(new ImageShape(1, 64, 64), 255, values);

        final int[] even = after("clahe", NO_LIMIT, image);

        assertTrue(even[0] < 80 && even[3 * 64] > 200);
        assertTrue(even[63] < 80 && even[3 * 64 + 63] > 200);
    }

    /** The gray variant is CLAHE of the brightness, three times. */
    @Test
    public void theGrayVariantDropsTheColours() {
        final var shape = new ImageShape(3, 20, 20);
        final int[] values = new int[shape.size()];
        Arrays.setAll(values, i -> (i * 37 + i / 20 * 11) % 256);
        final var image = new Raster(shape, 255, values);
        final int[] gray = after("clahe", 5, new Raster(new ImageShape(1, 20, 20), 255, image.luma()));

        final int[] even = after("clahe-gray", 5, image);

        for (int channel = 0; channel < 3; channel++) {
            assertArrayEquals(gray, Arrays.copyOfRange(even, 400 * channel, 400 * (channel + 1)));
        }
    }

    /** What is added to red is added to green and blue. */
    @Test
    public void coloursKeepTheirDifferences() {
        final int[] values = new int[3 * 400];
        Arrays.setAll(values, i -> 60 + i % 20 + 10 * (i / 400));
        final var image = new Raster(new ImageShape(3, 20, 20), 255, values);

        final int[] even = after("clahe", 2, image);

        for (int i = 0; i < 400; i++) {
            assertEquals(10, even[i + 400] - even[i]);
            assertEquals(10, even[i + 800] - even[i + 400]);
        }
    }
}
