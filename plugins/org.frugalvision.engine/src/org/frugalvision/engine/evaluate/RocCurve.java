// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;

/**
 * The ROC curve of one class against all others, to be drawn: from (0,0) to (1,1), a point for each score that occurs,
 * but of points that are less than a thousandth apart in both directions only the first. Images of equal scores make
 * one slanting line.
 *
 * @param falsePositiveRates share of the other images at or above a score, ascending; shared, not to be modified
 * @param truePositiveRates share of the images of the class at or above that score; shared, not to be modified
 */
public record RocCurve(double[] falsePositiveRates, double[] truePositiveRates) {

    private static final double LEAST_STEP = 1e-3;

    /** Of the counts at or above each score, the highest score first; at least one of each at the end. */
    static RocCurve of(final long[] negatives, final long[] positives) {
        final int steps = negatives.length;
        final double[] x = new double[steps + 1];
        final double[] y = new double[steps + 1];
        int points = 1;
        for (int i = 0; i < steps; i++) {
            final double fpr = (double)negatives[i] / negatives[steps - 1];
            final double tpr = (double)positives[i] / positives[steps - 1];
            if (i == steps - 1 || fpr - x[points - 1] >= LEAST_STEP || tpr - y[points - 1] >= LEAST_STEP) {
                x[points] = fpr;
                y[points++] = tpr;
            }
        }
        return new RocCurve(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }
}
