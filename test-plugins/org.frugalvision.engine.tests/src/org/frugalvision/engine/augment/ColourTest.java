// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.frugalvision.engine.augment.Pictures.after;
import static org.frugalvision.engine.augment.Pictures.pixel;
import static org.frugalvision.engine.augment.Pictures.row;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** What changes values, by hand. */
public final class ColourTest {

    @Test
    public void posterisingToOneBitLeavesTwoShades() {
        assertArrayEquals(new int[]{0, 128, 0, 128}, after("posterise", 1, row(127, 128, 0, 255)));
        assertArrayEquals("8 bits have no more", new int[]{127, 128}, after("posterise", 9, row(127, 128)));
        assertArrayEquals(new int[]{0x8000}, after("posterise", 1, new Raster(new ImageShape(1, 1, 1), 65_535,
            new int[]{0xFFFF})));
    }

    @Test
    public void solarisingInvertsFromTheThresholdOn() {
        assertArrayEquals(new int[]{55, 127, 127}, after("solarise", 0.5, row(200, 127, 128)));
        assertArrayEquals(new int[]{255, 0}, after("solarise", 0, row(0, 255)));
    }

    @Test
    public void brightnessAndContrastStopAtTheLimits() {
        assertArrayEquals(new int[]{255, 20, 0}, after("brightness", 2, row(200, 10, 0)));
        assertArrayEquals("about 100", new int[]{0, 100, 200}, after("contrast", 2, row(50, 100, 150)));
        assertArrayEquals(new int[]{100, 100, 100}, after("contrast", 0, row(50, 100, 150)));
    }

    /** 0.299 x 100 + 0.587 x 50 + 0.114 x 200 = 82.05. */
    @Test
    public void coloursMoveAboutTheirBrightness() {
        assertArrayEquals(new int[]{82, 82, 82}, after("saturation", 0, pixel(100, 50, 200)));
        assertArrayEquals(new int[]{118, 18, 255}, after("saturation", 2, pixel(100, 50, 200)));
        assertArrayEquals("a color image has one gray", new int[]{82, 82, 82},
            after("contrast", 0, pixel(100, 50, 200)));
        assertArrayEquals("bands have one each", new int[]{100, 50}, after("contrast", 0, pixel(100, 50)));
    }

    @Test
    public void aThirdOfTheCircleTurnsRedIntoGreen() {
        assertArrayEquals(new int[]{20, 200, 20}, after("hue", 120, pixel(200, 20, 20)));
        assertArrayEquals(new int[]{20, 20, 200}, after("hue", -120, pixel(200, 20, 20)));
        assertArrayEquals(new int[]{200, 200, 20}, after("hue", 60, pixel(200, 20, 20)));
        assertArrayEquals("grays have no hue", new int[]{7, 7, 7}, after("hue", 100, pixel(7, 7, 7)));
    }

    @Test
    public void castsOfColourGoAway() {
        assertArrayEquals(new int[]{100, 100, 100}, after("gray-world", 1, pixel(50, 100, 150)));
        assertArrayEquals("half of the way", new int[]{75, 100, 125}, after("gray-world", 0.5, pixel(50, 100, 150)));
        assertArrayEquals(new int[]{255, 255, 0}, after("white-patch", 1, pixel(51, 100, 0)));
        assertArrayEquals(new int[]{0, 100, 100}, after("gray-world", 1, pixel(0, 100, 200)));
    }

    @Test
    public void stretchesToTheWholeRange() {
        assertArrayEquals(new int[]{0, 128, 255}, after("autocontrast", 0, row(10, 20, 30)));
        assertArrayEquals(new int[]{10, 10}, after("autocontrast", 0, row(10, 10)));
        assertArrayEquals(new int[]{0, 128, 255}, after("gamma", 0.5, row(0, 64, 255)));
    }

    /** Below 128: 0 of 3 pixels; below 200: 1, below 255: 2, each of the largest value left out. */
    @Test
    public void equalisesFewPixelsByTheirRank() {
        assertArrayEquals(new int[]{0, 85, 170, 255}, after("equalise", 0, row(128, 200, 201, 255)));
        assertArrayEquals(new int[]{9, 9}, after("equalise", 0, row(9, 9)));
    }

    /** A step is 3, and half of it 1: (1 + pixels below) / 3, rounded down. */
    @Test
    public void equalisesManyPixelsByThePillowRule() {
        final int[] values = new int[3 * 256];
        Arrays.setAll(values, i -> i / 3);
        final int[] equal = after("equalise", 0, new Raster(new ImageShape(1, 3, 256), 255, values));

        assertEquals(0, equal[0]);
        assertEquals(1, equal[3]);
        assertEquals(100, equal[300]);
        assertEquals(255, equal[767]);
    }

    /** Mean of the middle (weight 5) and its neighbours: (5 x 130 + 8 x 0 + 6) / 13 = 50; the border stays. */
    @Test
    public void sharpeningMovesAwayFromTheNeighbours() {
        final int[] point = {0, 0, 0, 0, 130, 0, 0, 0, 0};
        final Raster image = new Raster(new ImageShape(1, 3, 3), 255, point);

        assertArrayEquals(new int[]{0, 0, 0, 0, 50, 0, 0, 0, 0}, after("sharpness", 0, image));
        assertArrayEquals(new int[]{0, 0, 0, 0, 210, 0, 0, 0, 0}, after("sharpness", 2, image));
        assertArrayEquals("a factor of 1 changes nothing", point, after("sharpness", 1, image));
    }

    @Test
    public void theIdentityChangesNothing() {
        assertArrayEquals(new int[]{0, 7, 255}, after("identity", 0, row(0, 7, 255)));
    }

    @Test
    public void noiseHasItsDeviation() {
        final Raster grey = Pictures.flat(new ImageShape(1, 100, 100), 65_535, 30_000);

        final int[] noisy = new GaussianNoise().apply(grey, 0.1, Pictures.EDGE, Seeds.of(1).generator()).values();

        final double mean = Arrays.stream(noisy).average().orElseThrow();
        final double variance = Arrays.stream(noisy).mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertEquals(30_000, mean, 200);
        assertEquals(6553.5, Math.sqrt(variance), 150);
    }

    @Test
    public void blurSpreadsAPointAndKeepsTheSum() {
        final int[] point = new int[81];
        point[40] = 60_000;
        final Raster image = new Raster(new ImageShape(1, 9, 9), 65_535, point);

        final int[] blurred = new GaussianBlur().apply(image, 1, Pictures.EDGE, Seeds.of(1).generator()).values();

        assertEquals(60_000, Arrays.stream(blurred).sum(), 20);
        assertEquals("exp(-1/2)", 0.60653, blurred[41] / (double)blurred[40], 1e-3);
        assertEquals("as far in y as in x", blurred[31], blurred[39], 0);
    }

    @Test
    public void aFlatImageHasNoArtefactsOfJpeg() {
        final Raster grey = Pictures.flat(new ImageShape(3, 11, 5), 255, 128);
        assertArrayEquals(grey.values(), after("jpeg", 5, grey));
        assertEquals("quality 50 has the steps of the standard", 16, CosineBlocks.steps(new int[]{16}, 50)[0]);
        assertEquals(255, CosineBlocks.steps(new int[]{16}, 1)[0]);
        assertEquals(1, CosineBlocks.steps(new int[]{16}, 100)[0]);
    }

    /** A square of half the shorter edge, so of 5 pixels at most. */
    @Test
    public void cutoutCoversASquare() {
        final int[] values = new int[200];
        Arrays.fill(values, 0, 100, 255);
        final Raster image = new Raster(new ImageShape(1, 10, 20), 255, values);
        for (int seed = 0; seed < 50; seed++) {
            final int[] covered = new Cutout().apply(image, 0.5, Pictures.EDGE, Seeds.of(seed).generator()).values();
            final Set<Integer> shades = Arrays.stream(covered).boxed().collect(Collectors.toSet());
            final long grey = Arrays.stream(covered).filter(v -> v == 128).count();

            assertTrue(shades.contains(128) && Set.of(0, 128, 255).containsAll(shades));
            assertTrue(grey + " pixels", grey <= 25 && grey >= 4);
        }
    }
}
