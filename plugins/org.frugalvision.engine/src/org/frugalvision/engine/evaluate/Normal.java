// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution, without random numbers. */
final class Normal {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /** How many standard errors the ends of an {@link Interval} are from its middle. */
    static final double ENDS = quantile((1 + Interval.CONFIDENCE) / 2);

    private Normal() {
    }

    /** The share of values at most z; precise for small shares, too. */
    static double below(final double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** How likely a value at least as far from 0 as z is. */
    static double twoSided(final double z) {
        return 2 * below(-Math.abs(z));
    }

    /** The value below which a share in (0,1) lies. */
    static double quantile(final double share) {
        return STANDARD.inverseCumulativeProbability(share);
    }
}
