// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import static org.junit.Assert.assertEquals;

import java.util.OptionalDouble;

import org.junit.Test;

/** Numbers by which curves are compared. */
public final class MeanCurveTest {

    private static final MeanCurve RANDOM = new MeanCurve(new int[]{100, 200, 400}, new double[]{70, 80, 85});

    private static final MeanCurve METHOD = new MeanCurve(new int[]{100, 200}, new double[]{72, 85});

    /** 003-04, Unit. */
    @Test
    public void theAreaIsAMeanOverBudgets() {
        assertEquals(78.5, new MeanCurve(new int[]{50, 100, 150}, new double[]{70, 80, 84}).area().getAsDouble(), 0);
        assertEquals(OptionalDouble.empty(), new MeanCurve(new int[]{50}, new double[]{70}).area());
    }

    /** 003-14, Unit. */
    @Test
    public void efficiencyIsARatioOfImages() {
        assertEquals(2, METHOD.efficiency(RANDOM, 85).getAsDouble(), 1e-12);
        assertEquals(200 / (100 + 100 * 8 / 13.0), METHOD.efficiency(RANDOM, 80).getAsDouble(), 1e-12);
    }

    /** Curves are not prolonged. */
    @Test
    public void nobodyKnowsWhatLiesBeyondTheCurve() {
        assertEquals("never reached", OptionalDouble.empty(), METHOD.reaches(86));
        assertEquals("reached before the first budget", OptionalDouble.empty(), METHOD.reaches(71));
        assertEquals("just with it", 100, METHOD.reaches(72).getAsDouble(), 0);
        assertEquals(OptionalDouble.empty(), METHOD.efficiency(RANDOM, 86));
    }

    /** 003-04, Unit: differences 1, 2, 3 give t = 3.4641 with 2 degrees of freedom. */
    @Test
    public void differencesAreJudgedPairByPair() {
        assertEquals(0.0742, CurveSummary.p(new double[]{11, 22, 33}, new double[]{10, 20, 30}).getAsDouble(), 5e-5);
        assertEquals("one pair", OptionalDouble.empty(), CurveSummary.p(new double[]{1}, new double[]{2}));
        assertEquals("the same values", OptionalDouble.empty(),
            CurveSummary.p(new double[]{1, 2}, new double[]{1, 2}));
    }
}
