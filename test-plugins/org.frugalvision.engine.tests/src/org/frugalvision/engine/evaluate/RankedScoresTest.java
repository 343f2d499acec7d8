// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.Test;

/** Average precision and ROC curve by hand. */
public final class RankedScoresTest {

    /** .9: none of 1; .8: 1 of 2; .7 twice: 2 of 4; sum of 1/2 x 1/2 and 1/2 x 2/4. */
    @Test
    public void averagePrecisionTakesEqualScoresTogether() {
        final double[] scores = {0.7, 0.9, 0.8, 0.7};

        assertEquals(OptionalDouble.of(0.5),
            RankedScores.of(scores, new boolean[]{true, false, true, false}).averagePrecision());
        assertEquals("whatever their order", OptionalDouble.of(0.5),
            RankedScores.of(scores, new boolean[]{false, false, true, true}).averagePrecision());
    }

    @Test
    public void averagePrecisionNeedsPositiveItemsOnly() {
        assertFalse(RankedScores.of(new double[]{1, 2}, new boolean[2]).averagePrecision().isPresent());
        assertFalse(RankedScores.of(new double[0], new boolean[0]).averagePrecision().isPresent());
        assertEquals(OptionalDouble.of(1),
            RankedScores.of(new double[]{1, 2}, new boolean[]{true, true}).averagePrecision());
    }

    @Test
    public void theCurveHasAPointForEachScore() {
        final RocCurve curve =
            RankedScores.of(new double[]{0.7, 0.9, 0.8, 0.7}, new boolean[]{true, false, true, false}).roc().get();

        assertArrayEquals(new double[]{0, 0.5, 0.5, 1}, curve.falsePositiveRates(), 0);
        assertArrayEquals(new double[]{0, 0, 0.5, 1}, curve.truePositiveRates(), 0);
    }

    @Test
    public void theCurveOfManyImagesStaysSmallAndEndsAtOne() {
        final int images = 100_000;
        final boolean[] positive = new boolean[images];
        IntStream.range(0, images).forEach(i -> positive[i] = i * 7 % 10 < 4);

        final RocCurve curve =
            RankedScores.of(IntStream.range(0, images).asDoubleStream().toArray(), positive).roc().get();

        final int last = curve.falsePositiveRates().length - 1;
        assertTrue("" + last, last > 900 && last <= 2000);
        assertEquals(1, curve.falsePositiveRates()[last], 0);
        assertEquals(1, curve.truePositiveRates()[last], 0);
    }

    @Test
    public void thereIsNoCurveForOneKindOnly() {
        assertFalse(RankedScores.of(new double[]{1, 2}, new boolean[2]).roc().isPresent());
        assertFalse(RankedScores.of(new double[]{1, 2}, new boolean[]{true, true}).roc().isPresent());
    }
}
