// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

/** By how much the means of two parts of a window may differ by chance. */
enum Cut {

    /** By the bound of Hoeffding, whatever the variance. */
    HOEFFDING {
        @Override
        double epsilon(final double m, final double variance, final double share) {
            return Math.sqrt(Math.log(4 / share) / (2 * m));
        }
    },
    /** By the bound of Bernstein, which is narrow where the variance is small. */
    BERNSTEIN {
        @Override
        double epsilon(final double m, final double variance, final double share) {
            final double log = Math.log(2 / share);
            return Math.sqrt(2 / m * variance * log) + 2 / (3 * m) * log;
        }
    };

    /**
     * @param older rows of the older part
     * @param newer rows of the newer part
     * @param variance of the whole window
     * @param delta probability of a false alarm over all parts
     * @return the largest difference that is taken for chance
     */
    final double epsilon(final long older, final long newer, final double variance, final double delta) {
        return epsilon(1 / (1.0 / older + 1.0 / newer), variance, delta / (older + newer));
    }

    abstract double epsilon(double m, double variance, double share);
}
