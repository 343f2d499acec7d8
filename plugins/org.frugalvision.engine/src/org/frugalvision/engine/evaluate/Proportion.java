// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A share that was counted, such as an accuracy.
 *
 * @param part how many have the property, from 0 to whole
 * @param whole how many there are, at least 1, below 2^31
 */
public record Proportion(long part, long whole) {

    /** Refuses a part that is none. */
    public Proportion {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException("A proportion of " + part + " of " + whole + ".");
        }
    }

    /** @return in [0,1] */
    public double value() {
        return (double)part / whole;
    }

    /**
     * @return the score interval (Wilson 1927, doi:10.1080/01621459.1927.10502953), in [0,1]; its coverage is 95 % on
     *   average over all shares
     */
    public Interval wilson() {
        final var interval = new WilsonScoreInterval().createInterval(Math.toIntExact(whole), Math.toIntExact(part),
            Interval.CONFIDENCE);
        // what is 0 or 1 exactly is not so in floating point
        return new Interval(part == 0 ? 0 : interval.getLowerBound(), part == whole ? 1 : interval.getUpperBound());
    }

    /**
     * @return the exact interval (Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404), in [0,1]; its coverage is at
     *   least 95 % for every share, so it is wider
     */
    public Interval clopperPearson() {
        final double tail = (1 - Interval.CONFIDENCE) / 2;
        return new Interval(part == 0 ? 0 : beta(part, whole - part + 1, tail),
            part == whole ? 1 : beta(part + 1, whole - part, 1 - tail));
    }

    private static double beta(final long alpha, final long beta, final double share) {
        return new BetaDistribution(null, alpha, beta, 1e-12).inverseCumulativeProbability(share);
    }
}
