// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** What draws operations. */
public final class PolicyTest {

    private static final Raster COLOUR = Pictures.noise(new ImageShape(3, 5, 5), 255, 1);

    private static final Raster GREY = Pictures.noise(new ImageShape(1, 5, 5), 255, 1);

    @Test
    public void strengthGrowsEvenly() {
        assertEquals(9, choice("rotate").magnitude(9, false), 1e-12);
        assertEquals(-9, choice("rotate").magnitude(9, true), 1e-12);
        assertEquals(0.3, choice("shear-x").magnitude(30, false), 1e-12);
        assertEquals(0.33, choice("translate-y").magnitude(30, false), 1e-12);
        assertEquals(6, choice("posterise").magnitude(15, false), 1e-12);
        assertEquals(0.7, choice("solarise").magnitude(9, false), 1e-12);
        assertEquals(0.1, choice("contrast").magnitude(30, true), 1e-12);
    }

    @Test
    public void everyMagnitudeLiesWithinItsLimits() {
        for (final PolicyChoice choice : PolicyChoice.ALL) {
            final Magnitude limits = choice.operation().info().magnitude();
            for (final double magnitude : new double[]{choice.magnitude(0, false), choice.magnitude(30, false),
                choice.turns() ? choice.magnitude(30, true) : choice.from()}) {
                assertTrue(choice.operation().info().id(),
                    magnitude >= limits.smallest() && magnitude <= limits.largest());
            }
        }
    }

    /** Chi square with 13 degrees of freedom lies below 34.5 in 99.9 % of the cases. */
    @Test
    public void fourteenOperationsAreEquallyLikely() {
        final var random = Seeds.of(1).generator();
        final Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 14_000; i++) {
            counts.merge(PolicyChoice.any(COLOUR, random).operation().info().id(), 1, Integer::sum);
        }

        assertEquals(14, counts.size());
        double chiSquare = 0;
        for (final int count : counts.values()) {
            assertEquals(1000, count, 100);
            chiSquare += (count - 1000) * (count - 1000) / 1000.0;
        }
        assertTrue("chi square " + chiSquare, chiSquare < 34.5);
    }

    @Test
    public void imagesWithoutColourGetNoOperationThatNeedsIt() {
        final var random = Seeds.of(1).generator();
        final Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            drawn.add(PolicyChoice.any(GREY, random).operation().info().id());
        }

        assertEquals(13, drawn.size());
        assertTrue(!drawn.contains("saturation"));
    }

    @Test
    public void strengthZeroChangesNothing() {
        for (final PolicyChoice choice : PolicyChoice.ALL) {
            if (choice.range() != 0) {
                assertEquals(COLOUR, choice.apply(COLOUR, 0, Pictures.BLACK, Seeds.of(1).generator()));
            }
        }
    }

    @Test
    public void policiesMakeManyImagesOfOne() {
        for (final String policy : List.of("rand-augment", "trivial-augment", "uniform-augment", "aug-mix")) {
            final Set<String> made = new HashSet<>();
            for (int seed = 0; seed < 60; seed++) {
                made.add(Arrays.toString(Operations.create(policy)
                    .apply(COLOUR, 9, Pictures.BLACK, Seeds.of(seed).generator()).values()));
            }

            assertTrue(policy + " made " + made.size(), made.size() > 15);
        }
    }

    /** Mixtures of one value are that value, so AugMix must keep it where no operation moves it. */
    @Test
    public void augMixMixesWithWeightsThatSumToOne() {
        final Raster white = Pictures.flat(new ImageShape(2, 6, 6), 65_535, 65_535);
        final var edge = new Rendering(Border.EDGE, Interpolation.BILINEAR);

        final int[] mixed = new AugMix().apply(white, 1e-6, edge, Seeds.of(2).generator()).values();

        assertTrue(Arrays.stream(mixed).allMatch(value -> value > 65_200));
        assertNotEquals(0, mixed.length);
    }

    private static PolicyChoice choice(final String id) {
        return PolicyChoice.ALL.stream().filter(choice -> choice.operation().info().id().equals(id)).findFirst()
            .orElseThrow();
    }

    @Test
    public void sameRandomNumbersGiveTheSameImage() {
        for (final String policy : List.of("rand-augment", "trivial-augment", "uniform-augment", "aug-mix")) {
            assertArrayEquals(
                Operations.create(policy).apply(COLOUR, 20, Pictures.EDGE, Seeds.of(7).generator()).values(),
                Operations.create(policy).apply(COLOUR, 20, Pictures.EDGE, Seeds.of(7).generator()).values());
        }
    }
}
