// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** The population stability index: how different the shares of two samples in the same bins are. */
final class Population {

    /** By the usual rule of thumb. */
    private static final double WARNING = 0.1;

    private static final double DRIFT = 0.25;

    private static final double CHANCE_OF_WARNING = 0.01;

    private static final double CHANCE_OF_DRIFT = 0.001;

    /** So that an empty bin is no infinite difference. */
    private static final double ADDED = 0.5;

    private Population() {
    }

    /**
     * The sum over bins of (current - reference) ln (current / reference), of shares, with half a row added to each
     * bin.
     *
     * @param reference rows in each bin
     * @param current rows in each bin
     * @return 0 if all shares are the same, and larger without limit
     */
    static double index(final long[] reference, final long[] current) {
        final double referenceRows = sum(reference) + ADDED * reference.length;
        final double currentRows = sum(current) + ADDED * current.length;
        double index = 0;
        for (int bin = 0; bin < reference.length; bin++) {
            final double before = (reference[bin] + ADDED) / referenceRows;
            final double now = (current[bin] + ADDED) / currentRows;
            index += (now - before) * Math.log(now / before);
        }
        return index;
    }

    /**
     * Reads an index: the limits are 0.1 and 0.25, or where samples are so small that chance exceeds them, what chance
     * exceeds once in 100 and in 1,000 windows (the index is nearly chi-squared times the sum of the reciprocal sizes;
     * Yurdakul 2018).
     *
     * @param reference rows in each bin
     * @param current rows in each bin
     * @param tests how many indices are looked at together
     */
    static Reading reading(final long[] reference, final long[] current, final int tests) {
        final double index = index(reference, current);
        final double scale = 1.0 / sum(reference) + 1.0 / sum(current);
        final double drift = Math.max(DRIFT, chance(reference.length, CHANCE_OF_DRIFT / tests) * scale);
        final double warning = Math.max(WARNING, chance(reference.length, CHANCE_OF_WARNING / tests) * scale);
        return new Reading(index >= drift ? Level.DRIFT : index >= warning ? Level.WARNING : Level.NONE, index, drift);
    }

    private static double chance(final int bins, final double probability) {
        return bins < 2 ? 0 : new ChiSquaredDistribution(bins - 1.0).inverseCumulativeProbability(1 - probability);
    }

    private static long sum(final long[] counts) {
        long sum = 0;
        for (final long count : counts) {
            sum += count;
        }
        return sum;
    }
}
