// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

/**
 * Values of a channel for images of a class (p) and for all others (q).
 *
 * @param meanP mean for the class
 * @param varianceP population variance for the class
 * @param meanQ mean for the others
 * @param varianceQ population variance for the others
 * @param mean over all images
 * @param bothThere whether there are values of both
 */
record Contrast(double meanP, double varianceP, double meanQ, double varianceQ, double mean, boolean bothThere) {

    /** Each given by number, sum and sum of squares. */
    static Contrast of(final double[] p, final double[] q) {
        return new Contrast(p[1] / p[0], variance(p), q[1] / q[0], variance(q), (p[1] + q[1]) / (p[0] + q[0]),
            p[0] > 0 && q[0] > 0);
    }

    double difference() {
        return meanP - meanQ;
    }

    /** Differences of large sums may round to less than nothing. */
    private static double variance(final double[] sums) {
        return Math.max(0, sums[2] / sums[0] - sums[1] / sums[0] * (sums[1] / sums[0]));
    }
}
