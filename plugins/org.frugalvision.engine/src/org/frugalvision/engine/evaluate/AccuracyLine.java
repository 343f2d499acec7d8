// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The accuracies of several models on a fresh test set as a line over those on the original one, by least squares. A
 * slope above 1 says that better models lose less; a line far from the points, that models are overtaken.
 *
 * @param slope of the line
 * @param intercept fresh accuracy where the original one is 0
 * @param rSquared share of the variance of the fresh accuracies that the line explains, in [0,1]; empty where these are
 *   all the same
 */
public record AccuracyLine(double slope, double intercept, OptionalDouble rSquared) {

    /**
     * @param original accuracy of each model on the original set; only read
     * @param fresh on the fresh set; only read
     * @return the line; empty unless two models differ on the original set
     */
    public static Optional<AccuracyLine> of(final double[] original, final double[] fresh) {
        final var regression = new SimpleRegression();
        for (int i = 0; i < original.length; i++) {
            regression.addData(original[i], fresh[i]);
        }
        return distinct(original) < 2 || Double.isNaN(regression.getSlope()) ? Optional.empty()
            : Optional.of(new AccuracyLine(regression.getSlope(), regression.getIntercept(),
                distinct(fresh) < 2 ? OptionalDouble.empty() : OptionalDouble.of(regression.getRSquare())));
    }

    /**
     * The line through the quantiles of the standard normal distribution that belong to the accuracies, on which models
     * of very different accuracy lie closer to a line.
     *
     * @param original accuracy of each model on the original set; only read
     * @param fresh on the fresh set; only read
     * @return the line; empty also if an accuracy is 0 or 1, whose quantile is infinite
     */
    public static Optional<AccuracyLine> ofProbits(final double[] original, final double[] fresh) {
        return inside(original) && inside(fresh) ? of(probits(original), probits(fresh)) : Optional.empty();
    }

    /**
     * @param original accuracy of each model on the original set; only read
     * @param fresh on the fresh set; only read
     * @return rank correlation, in [-1,1], 1 where no model overtakes another; equal accuracies share the mean of their
     *   ranks; empty unless the models differ on both sets
     */
    public static OptionalDouble rankCorrelation(final double[] original, final double[] fresh) {
        return distinct(original) < 2 || distinct(fresh) < 2 ? OptionalDouble.empty()
            : OptionalDouble.of(new SpearmansCorrelation().correlation(original, fresh));
    }

    private static long distinct(final double[] values) {
        return Arrays.stream(values).distinct().count();
    }

    private static boolean inside(final double[] accuracies) {
        return Arrays.stream(accuracies).allMatch(accuracy -> accuracy > 0 && accuracy < 1);
    }

    private static double[] probits(final double[] accuracies) {
        return Arrays.stream(accuracies).map(Normal::quantile).toArray();
    }
}
