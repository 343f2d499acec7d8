// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;

import org.junit.Test;

/** Intervals and tests that compare classifiers and test sets; golden numbers are those of SciPy and statsmodels. */
public final class ComparisonTest {

    private static final double EXACT = 1e-12;

    @Test
    public void wilsonAndClopperPearsonAreThoseOfStatsmodels() throws IOException {
        for (final Golden line : Golden.read("tests.txt", "wilson", "clopperPearson")) {
            final var share = new Proportion(line.whole(0), line.whole(1));
            final boolean wilson = line.name().equals("wilson");
            final Interval interval = wilson ? share.wilson() : share.clopperPearson();

            assertEquals(line.name() + share, line.values()[2], interval.lower(), wilson ? EXACT : 1e-9);
            assertEquals(line.name() + share, line.values()[3], interval.upper(), wilson ? EXACT : 1e-9);
        }
    }

    /** 90 of 100. */
    @Test
    public void wilsonByHand() {
        final Interval interval = new Proportion(90, 100).wilson();

        assertEquals(0.8256, interval.lower(), 5e-5);
        assertEquals(0.9448, interval.upper(), 5e-5);
    }

    @Test
    public void refusesWhatIsNoProportion() {
        assertEquals("A proportion of 2 of 1.",
            assertThrows(IllegalArgumentException.class, () -> new Proportion(2, 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
    }

    @Test
    public void mcNemarIsThatOfStatsmodels() throws IOException {
        for (final Golden line : Golden.read("tests.txt", "mcnemar")) {
            final var test = new McNemar(50, line.whole(0), line.whole(1), 20);

            assertEquals(test.toString(), line.values()[2], test.p(), EXACT * line.values()[2] + 1e-300);
        }
    }

    @Test
    public void mcNemarIsExactBelowTwentyFive() {
        assertTrue(new McNemar(0, 20, 4, 0).exact());
        assertEquals(OptionalDouble.empty(), new McNemar(0, 20, 4, 0).chiSquare());
        assertFalse(new McNemar(0, 20, 5, 0).exact());
        assertEquals(OptionalDouble.of(14 * 14 / 25.0), new McNemar(0, 20, 5, 0).chiSquare());
    }

    /** The continuity correction takes no more than there is. */
    @Test
    public void equalNumbersOfDiscordantImagesTellNothing() {
        assertEquals(OptionalDouble.of(0), new McNemar(3, 30, 30, 3).chiSquare());
        assertEquals(1, new McNemar(3, 30, 30, 3).p(), EXACT);
    }

    /** (21 - 6) / 102 -+ 1.96 sqrt((21 + 6) / 102 - (15 / 102)^2) / 102). */
    @Test
    public void theIntervalOfADifferenceOfPairsByHand() {
        final Interval interval = new McNemar(70, 20, 5, 5).difference();
        final double half = 1.959963984540054 * Math.sqrt((27 / 102.0 - Math.pow(15 / 102.0, 2)) / 102);

        assertEquals(15 / 102.0 - half, interval.lower(), EXACT);
        assertEquals(15 / 102.0 + half, interval.upper(), EXACT);
        assertEquals(1, new McNemar(0, 3, 0, 0).difference().upper(), 0);
    }

    /** 900 of 1,000 and 1,720 of 2,000. */
    @Test
    public void aDropByHand() {
        final var drop = drop(900, 1000, 1720, 2000);

        assertEquals(0.04, drop.drop(), EXACT);
        assertEquals(3.105, drop.z().getAsDouble(), 5e-4);
    }

    @Test
    public void dropsAreThoseOfStatsmodels() throws IOException {
        for (final Golden line : Golden.read("tests.txt", "drop")) {
            final var drop = drop(line.whole(0), line.whole(1), line.whole(2), line.whole(3));

            assertEquals(line.values()[4], drop.z().getAsDouble(), EXACT);
            assertEquals(line.values()[5], drop.p().getAsDouble(), EXACT);
            assertEquals(line.values()[6], drop.interval(Proportion::wilson).lower(), EXACT);
            assertEquals(line.values()[7], drop.interval(Proportion::wilson).upper(), EXACT);
        }
    }

    @Test
    public void nothingIsTestedWhereAllIsRight() {
        assertFalse(drop(10, 10, 20, 20).z().isPresent());
        assertFalse(drop(0, 10, 0, 20).p().isPresent());
        assertTrue(drop(10, 10, 20, 20).interval(Proportion::wilson).upper() > 0.1);
        assertTrue("wider", drop(9, 10, 18, 20).interval(Proportion::clopperPearson).upper()
            > drop(9, 10, 18, 20).interval(Proportion::wilson).upper());
    }

    /** Recalls .9 and .5 in both sets, but 8 : 2 and 5 : 5 images: all of the drop is the mix of classes. */
    @Test
    public void aDropThatIsAnotherMixOfClassesIsNoneAtEqualShares() {
        final var drop = new AccuracyDrop(new ClassCounts(new long[]{80, 20}, new long[]{72, 10}),
            new ClassCounts(new long[]{50, 50}, new long[]{45, 25}));

        assertEquals(0.82 - 0.70, drop.drop(), EXACT);
        assertEquals(0, drop.dropAtEqualShares().getAsDouble(), EXACT);
        assertEquals(0.3, drop.classShift(), EXACT);
        final double half = 1.959963984540054
            * Math.sqrt(0.82 * 0.18 / 100 + 0.64 * 0.9 * 0.1 / 50 + 0.04 * 0.5 * 0.5 / 50);
        assertEquals(half, drop.intervalAtEqualShares().get().upper(), EXACT);
        assertEquals(-half, drop.intervalAtEqualShares().get().lower(), EXACT);
    }

    @Test
    public void aClassWithoutFreshImagesCannotBeWeighted() {
        final var drop = new AccuracyDrop(new ClassCounts(new long[]{5, 5, 0}, new long[]{5, 4, 0}),
            new ClassCounts(new long[]{5, 0, 5}, new long[]{5, 0, 1}));

        assertFalse(drop.dropAtEqualShares().isPresent());
        assertFalse(drop.intervalAtEqualShares().isPresent());
        assertEquals(0.5, drop.classShift(), EXACT);
    }

    @Test
    public void aClassThatIsNewInTheFreshSetHasNoShareInTheOriginal() {
        final var drop = new AccuracyDrop(new ClassCounts(new long[]{10, 0}, new long[]{8, 0}),
            new ClassCounts(new long[]{5, 5}, new long[]{4, 0}));

        assertEquals(0, drop.dropAtEqualShares().getAsDouble(), EXACT);
        assertEquals(0.4, drop.drop(), EXACT);
    }

    /** The line through (.8, .7) and (.9, .85). */
    @Test
    public void aLineByHand() {
        final double[] before = {0.8, 0.9};
        final double[] after = {0.7, 0.85};
        final AccuracyLine line = AccuracyLine.of(before, after).get();

        assertEquals(1.5, line.slope(), EXACT);
        assertEquals(-0.5, line.intercept(), EXACT);
        assertEquals(1, line.rSquared().getAsDouble(), EXACT);
        assertEquals(OptionalDouble.of(1), AccuracyLine.rankCorrelation(before, after));
    }

    @Test
    public void linesAreThoseOfScipy() throws IOException {
        final double[] values = Golden.read("tests.txt", "line").get(0).values();
        final double[] before = Arrays.copyOfRange(values, 0, 6);
        final double[] after = Arrays.copyOfRange(values, 6, 12);
        final AccuracyLine line = AccuracyLine.of(before, after).get();
        final AccuracyLine probits = AccuracyLine.ofProbits(before, after).get();

        assertEquals(values[12], line.slope(), EXACT);
        assertEquals(values[13], line.intercept(), EXACT);
        assertEquals(values[14], line.rSquared().getAsDouble(), EXACT);
        assertEquals(values[15], probits.slope(), EXACT);
        assertEquals(values[16], probits.intercept(), EXACT);
        assertEquals(values[17], probits.rSquared().getAsDouble(), EXACT);
        assertEquals(values[18], AccuracyLine.rankCorrelation(before, after).getAsDouble(), EXACT);
    }

    @Test
    public void adjustedPsAreThoseOfStatsmodels() throws IOException {
        final double[] values = Golden.read("tests.txt", "holm").get(0).values();

        assertArrayEquals(Arrays.copyOfRange(values, 6, 12), Holm.adjusted(Arrays.copyOfRange(values, 0, 6)), EXACT);
        assertArrayEquals(new double[0], Holm.adjusted(), 0);
        assertArrayEquals("a single test is not adjusted", new double[]{0.03}, Holm.adjusted(0.03), 0);
    }

    /** As in CIFAR-10.1 v4: 8 % of 2,021 images are ships, and the other classes are equally frequent. */
    @Test
    public void fewerShipsAreAShift() {
        final long[] original = new long[10];
        final long[] fresh = new long[10];
        Arrays.fill(original, 1000);
        Arrays.fill(fresh, 206);
        fresh[8] = 167;
        final var drop =
            new AccuracyDrop(new ClassCounts(original, new long[10]), new ClassCounts(fresh, new long[10]));

        assertEquals(0.1 - 167 / 2021.0, drop.classShift(), EXACT);
    }

    @Test
    public void thereIsNoLineThroughOneAccuracy() {
        assertFalse(AccuracyLine.of(new double[]{0.8}, new double[]{0.7}).isPresent());
        assertFalse(AccuracyLine.of(new double[]{0.8, 0.8}, new double[]{0.7, 0.9}).isPresent());
        assertFalse(AccuracyLine.rankCorrelation(new double[]{0.8, 0.8}, new double[]{0.7, 0.9}).isPresent());
        assertFalse(AccuracyLine.rankCorrelation(new double[0], new double[0]).isPresent());
    }

    @Test
    public void equalFreshAccuraciesLeaveNothingToExplain() {
        final AccuracyLine line = AccuracyLine.of(new double[]{0.8, 0.9}, new double[]{0.7, 0.7}).get();

        assertEquals(0, line.slope(), EXACT);
        assertFalse(line.rSquared().isPresent());
        assertFalse(AccuracyLine.rankCorrelation(new double[]{0.8, 0.9}, new double[]{0.7, 0.7}).isPresent());
    }

    @Test
    public void accuraciesOfZeroAndOneHaveNoProbits() {
        assertFalse(AccuracyLine.ofProbits(new double[]{0.8, 1}, new double[]{0.7, 0.9}).isPresent());
        assertFalse(AccuracyLine.ofProbits(new double[]{0.8, 0.9}, new double[]{0, 0.9}).isPresent());
    }

    private static AccuracyDrop drop(final long right, final long images, final long freshRight, final long fresh) {
        return new AccuracyDrop(new ClassCounts(new long[]{images}, new long[]{right}),
            new ClassCounts(new long[]{fresh}, new long[]{freshRight}));
    }
}
