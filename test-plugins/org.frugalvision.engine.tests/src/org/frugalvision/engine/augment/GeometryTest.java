// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.frugalvision.engine.augment.Pictures.after;
import static org.frugalvision.engine.augment.Pictures.row;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** What moves pixels, by hand. */
public final class GeometryTest {

    private static final Raster SQUARE =
        new Raster(new ImageShape(1, 3, 3), 255, new int[]{1, 2, 3, 4, 5, 6, 7, 8, 9});

    @Test
    public void flipsMirror() {
        assertArrayEquals(new int[]{3, 2, 1, 6, 5, 4, 9, 8, 7}, after("horizontal-flip", 0, SQUARE));
        assertArrayEquals(new int[]{7, 8, 9, 4, 5, 6, 1, 2, 3}, after("vertical-flip", 0, SQUARE));
    }

    @Test
    public void twoFlipsAreNone() {
        final Raster image = Pictures.noise(new ImageShape(3, 7, 6), 65_535, 1);
        for (final String flip : List.of("horizontal-flip", "vertical-flip")) {
            assertArrayEquals(image.values(), after(flip, 0, image.with(after(flip, 0, image))));
        }
    }

    @Test
    public void aQuarterTurnIsExactAndCounterClockwise() {
        assertArrayEquals(new int[]{3, 6, 9, 2, 5, 8, 1, 4, 7}, after("rotate", 90, SQUARE));
        assertArrayEquals(new int[]{7, 4, 1, 8, 5, 2, 9, 6, 3}, after("rotate", -90, SQUARE));
        assertArrayEquals(new int[]{9, 8, 7, 6, 5, 4, 3, 2, 1}, after("rotate", 180, SQUARE));
    }

    @Test
    public void translationsMoveWholePixels() {
        assertArrayEquals(new int[]{0, 1, 2, 0, 4, 5, 0, 7, 8}, after("translate-x", 0.34, SQUARE));
        assertArrayEquals("0.1 x 3 pixels are none", SQUARE.values(), after("translate-x", 0.1, SQUARE));
        assertArrayEquals(new int[]{4, 5, 6, 7, 8, 9, 0, 0, 0}, after("translate-y", -0.34, SQUARE));
    }

    @Test
    public void bordersShowWhatTheySay() {
        assertArrayEquals(new int[]{1, 1, 1, 2, 3}, shifted(Border.EDGE, 2));
        assertArrayEquals(new int[]{2, 1, 1, 2, 3}, shifted(Border.REFLECT, 2));
        assertArrayEquals(new int[]{4, 5, 5, 4, 3}, shifted(Border.REFLECT, -3));
        assertArrayEquals(new int[]{0, 0, 1, 2, 3}, shifted(Border.BLACK, 2));
        assertArrayEquals(new int[]{255, 255, 1, 2, 3}, shifted(Border.WHITE, 2));
        assertArrayEquals(new int[]{3, 3, 1, 2, 3}, shifted(Border.MEAN, 2));
    }

    @Test
    public void placesBeyondTheBorderAreThoseOfWholePixels() {
        for (final Border border : List.of(Border.EDGE, Border.REFLECT)) {
            for (int place = -9; place < 12; place++) {
                assertEquals(border + " " + place, border.index(place, 3), border.place(place, 3), 1e-12);
            }
        }
        assertEquals(1.25, Border.REFLECT.place(3.75, 3), 1e-12);
        assertTrue(Double.isNaN(Border.MEAN.place(2.5, 3)));
        assertEquals(2.4, Border.MEAN.place(2.4, 3), 0);
    }

    private static int[] shifted(final Border border, final int right) {
        return Gather.shifted(row(1, 2, 3, 4, 5), right, 0, border).values();
    }

    @Test
    public void nearestPixelsMakeNoNewValues() {
        final var rendering = new Rendering(Border.REFLECT, Interpolation.NEAREST);
        final Raster image = Pictures.noise(new ImageShape(2, 9, 8), 65_535, 2);
        final Set<Integer> known = new HashSet<>(Arrays.stream(image.values()).boxed().toList());
        for (final String operation : List.of("rotate", "shear-x", "shear-y", "scale", "resized-crop")) {
            final int[] values =
                Operations.create(operation).apply(image, 0.8, rendering, Seeds.of(1).generator()).values();

            assertTrue(operation, known.containsAll(Arrays.stream(values).boxed().toList()));
        }
    }

    @Test
    public void halfAPixelBetweenTwoIsTheirMean() {
        final Raster image = row(10, 20, 40);

        assertArrayEquals(new int[]{10, 15, 30},
            new Warp(1, 0, 0, 1, -0.5, 0).apply(image, Pictures.EDGE).values());
    }

    /** 0.34 of 3 pixels are one: each of the nine places occurs. */
    @Test
    public void croppingMovesByUpToThePadding() {
        final Set<String> places = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            places.add(Arrays.toString(
                new Crop().apply(SQUARE, 0.34, Pictures.BLACK, Seeds.of(seed).generator()).values()));
        }

        assertEquals(9, places.size());
        assertTrue(places.contains(Arrays.toString(SQUARE.values())));
        assertTrue(places.contains("[0, 0, 0, 0, 1, 2, 0, 4, 5]"));
    }

    /** A ramp that is cut and stretched stays a ramp, less steep: by half of the area, 0.71 of the edge on average. */
    @Test
    public void aResizedCropShowsAPartOfTheImage() {
        final int[] ramp = new int[100 * 100];
        Arrays.setAll(ramp, i -> i % 100 + i / 100);
        final var image = new Raster(new ImageShape(1, 100, 100), 255, ramp);
        for (int seed = 0; seed < 50; seed++) {
            final int[] crop =
                new ResizedCrop().apply(image, 0.5, Pictures.BLACK, Seeds.of(seed).generator()).values();
            final double width = (crop[99] - crop[0]) / 99.0;
            final double height = (crop[9900] - crop[0]) / 99.0;

            assertEquals("area", 0.5, width * height, 0.03);
            assertTrue("aspect " + height / width, height / width > 0.7 && height / width < 1.4);
            assertTrue("within the image", Arrays.stream(crop).min().getAsInt() >= 0 && crop[9999] <= 198);
        }
    }
}
