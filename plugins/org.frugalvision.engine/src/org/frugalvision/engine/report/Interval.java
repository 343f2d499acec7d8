// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Where a value lies with a confidence of 95 %.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

    private static final double CONFIDENCE = 0.95;

    /**
     * The interval of Wilson (1927, doi:10.1080/01621459.1927.10502953).
     *
     * @param share of trials that succeeded, in [0,1]
     * @param trials number of trials, at least 1
     * @return where the probability lies
     */
    public static Interval ofShare(final double share, final int trials) {
        final ConfidenceInterval wilson =
            new WilsonScoreInterval().createInterval(trials, (int)Math.round(share * trials), CONFIDENCE);
        return new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound()));
    }

    /**
     * The interval of the difference of two independent shares (Newcombe 1998,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, method 10). Of shares of the same
     * trials it is wider than need be, as most images are right or wrong in both.
     *
     * @param first a share
     * @param second another one
     * @return where first minus second lies
     */
    static Interval ofDifference(final Result first, final Result second) {
        final double difference = first.accuracy() - second.accuracy();
        final Interval one = first.interval();
        final Interval other = second.interval();
        return new Interval(
            difference - Math.hypot(first.accuracy() - one.low(), other.high() - second.accuracy()),
            difference + Math.hypot(one.high() - first.accuracy(), second.accuracy() - other.low()));
    }
}
