// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.EngineException;
import org.junit.Test;

/** How many images of each class there are afterwards, and which. */
public final class ResamplingTest {

    /** 000-02, Unit: 500 and 10 images, level 1: 490 replicas. */
    @Test
    public void oversamplingRepeatsUntilAllClassesAreAsLarge() {
        final LabelledPool pool = pool(500, 10);
        final int[] times = times("oversampling", Map.of(), pool);

        assertArrayEquals(new int[]{500, 500}, pool.counts(times));
        assertTrue("shared evenly", Arrays.stream(times, 500, 510).allMatch(count -> count == 50));
        assertArrayEquals(new int[]{500, 125}, pool.counts(times("oversampling", Map.of("balance", "0.25"), pool)));
        assertArrayEquals(new int[]{500, 10}, pool.counts(times("oversampling", Map.of("balance", "0.01"), pool)));
    }

    @Test
    public void undersamplingLeavesOutUntilAllClassesAreAsSmall() {
        final LabelledPool pool = pool(500, 10, 30);
        assertArrayEquals(new int[]{10, 10, 10}, pool.counts(times("undersampling", Map.of(), pool)));
        assertArrayEquals(new int[]{40, 10, 30}, pool.counts(times("undersampling", Map.of("balance", "0.25"), pool)));
    }

    @Test
    public void aTargetCountDoesBoth() {
        final LabelledPool pool = pool(500, 10, 30);
        final int[] times = times("target-count", Map.of("images", "25"), pool);

        assertArrayEquals(new int[]{25, 25, 25}, pool.counts(times));
        assertEquals("one in two is there three times", 5,
            Arrays.stream(times, 500, 510).filter(count -> count == 3).count());
    }

    /** 000-09: of 900 and 100 images, 1,000 draws give each class 500, with a standard deviation of 16. */
    @Test
    public void weightedSamplingMakesClassesEquallyLikely() {
        final LabelledPool pool = pool(900, 100);
        for (int seed = 0; seed < 5; seed++) {
            final int[] times = new Resampling(Choice.of("weighted-sampling"), seed).times(pool);
            final int[] counts = pool.counts(times);

            assertEquals(1000, counts[0] + counts[1]);
            assertEquals(500, counts[0], 64);
            assertTrue("with replacement", Arrays.stream(times, 0, 900).anyMatch(count -> count > 1));
        }
        assertEquals(30, Arrays.stream(times("weighted-sampling", Map.of("draws", "30"), pool)).sum());
    }

    @Test
    public void quotasChangeTheClassesTheyName() {
        final LabelledPool pool = pool(5, 10, 30);

        assertArrayEquals(new int[]{7, 10, 0},
            pool.counts(times("class-quotas", Map.of("quotas", "class 0=7, class 2=0"), pool)));
    }

    /** 000-02: half of the classes 50 times rarer. */
    @Test
    public void stepImbalanceMakesAShareOfTheClassesRare() {
        final LabelledPool pool = pool(500, 600, 500, 700);
        final int[] counts =
            pool.counts(times("step-imbalance", Map.of("share", "0.5", "ratio", "50"), pool));

        assertArrayEquals(new int[]{10, 10, 500, 500}, Arrays.stream(counts).sorted().toArray());
    }

    @Test
    public void thereIsARareAndAFrequentClassWhateverTheShare() {
        final LabelledPool pool = pool(20, 20, 20);

        assertArrayEquals(new int[]{2, 20, 20},
            sorted(pool.counts(times("step-imbalance", Map.of("share", "0.01"), pool))));
        assertArrayEquals(new int[]{2, 2, 20},
            sorted(pool.counts(times("step-imbalance", Map.of("share", "0.99"), pool))));
    }

    @Test
    public void linearImbalanceFallsInEqualSteps() {
        final LabelledPool pool = pool(100, 100, 100, 100);

        assertArrayEquals(new int[]{10, 40, 70, 100},
            sorted(pool.counts(times("linear-imbalance", Map.of(), pool))));
    }

    @Test
    public void theSeedDecidesWhichImagesGo() {
        final LabelledPool pool = pool(50, 10);

        assertNotEquals(Arrays.toString(new Resampling(Choice.of("undersampling"), 1).times(pool)),
            Arrays.toString(new Resampling(Choice.of("undersampling"), 2).times(pool)));
    }

    @Test
    public void refusesWhatCannotBe() {
        refuses("\"Level of balance\" must be above 0 and at most 1, but is 0.", "oversampling", "balance", "0.0");
        refuses("\"Level of balance\" must be above 0 and at most 1, but is 1.5.", "undersampling", "balance", "1.5");
        refuses("\"Level of balance\" must be above 0 and at most 1, but is NaN.", "undersampling", "balance", "NaN");
        refuses("\"Images per class\" must be from 1 to 1,000,000, but is 0.", "target-count", "images", "0");
        refuses("\"Images drawn\" must be from 0 to 10,000,000, but is -1.", "weighted-sampling", "draws", "-1");
        refuses("\"Quotas\" must give \"a\" a whole number from 0 to 1,000,000, but is 1.5.", "class-quotas", "quotas",
            "a=1.5");
        refuses("\"Quotas\" must name classes of the table, but is \"zebra\".", "class-quotas", "quotas", "zebra=5");
        refuses("\"Share of rare classes\" must be above 0 and below 1, but is 1.", "step-imbalance", "share", "1.0");
        refuses("\"Ratio\" must be from 1 to 1,000,000, but is 0.5.", "linear-imbalance", "ratio", "0.5");
        refuses("\"Ratio\" must be at most the 8 images of the smallest class, but is 9.", "linear-imbalance", "ratio",
            "9.0");
        refuses("\"Quotas\" must have a number above 0, but is \"class 0=0, class 1=0\".", "class-quotas", "quotas",
            "class 0=0, class 1=0");
    }

    @Test
    public void refusesAQuotaOfAClassWithoutImages() {
        final var pool = new LabelledPool(new int[]{0}, List.of("a", "b"));

        assertEquals("\"Quotas\" must be 0 for a class without images, but is \"b\".",
            message(() -> times("class-quotas", Map.of("quotas", "b=3"), pool)));
    }

    @Test
    public void refusesToMakeOneClassImbalanced() {
        assertEquals("Images: there must be two classes or more to make them imbalanced, but is one.",
            message(() -> times("step-imbalance", Map.of(), pool(30))));
    }

    private static void refuses(final String message, final String method, final String key, final String value) {
        assertEquals(message, message(() -> times(method, Map.of(key, value), pool(30, 8, 20))));
    }

    private static String message(final Runnable work) {
        try {
            work.run();
        } catch (final EngineException e) {
            return e.getMessage();
        }
        throw new AssertionError("nothing was refused");
    }

    private static int[] times(final String method, final Map<String, String> settings, final LabelledPool pool) {
        return new Resampling(new Choice(method, settings), 7).times(pool);
    }

    private static int[] sorted(final int[] counts) {
        return Arrays.stream(counts).sorted().toArray();
    }

    private static LabelledPool pool(final int... counts) {
        return new LabelledPool(
            IntStream.range(0, counts.length).flatMap(c -> IntStream.range(0, counts[c]).map(i -> c)).toArray(),
            IntStream.range(0, counts.length).mapToObj(c -> "class " + c).toList());
    }
}
