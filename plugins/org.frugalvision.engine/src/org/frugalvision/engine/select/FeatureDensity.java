// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * How far vectors are from the nearest class of labelled ones: the square of their Mahalanobis distance to its mean,
 * under a covariance that all classes share. The covariance is drawn towards an even one by features / (features +
 * labelled images), so that few images are enough. Cost: O((images + labelled images) x features^2 + features^3). Lee
 * et al. 2018, arXiv:1807.03888.
 */
final class FeatureDensity {

    private static final double LEAST = 1e-9;

    private final double[][] m_means;

    /** L of the covariance L L'. */
    private final double[][] m_lower;

    FeatureDensity(final float[][] vectors, final int[] labels) {
        final int features = vectors[0].length;
        final int[][] members = ClassMembers.of(labels);
        final double[][] covariance = new double[features][features];
        m_means = Arrays.stream(members).filter(own -> own.length > 0).map(own -> mean(vectors, own))
            .toArray(double[][]::new);
        int c = 0;
        for (final int[] own : members) {
            if (own.length > 0) {
                add(vectors, own, m_means[c++], covariance);
            }
        }
        double trace = 0;
        for (int k = 0; k < features; k++) {
            trace += covariance[k][k] / features;
        }
        final double share = (double)features / (features + vectors.length);
        for (int k = 0; k < features; k++) {
            for (int j = 0; j < features; j++) {
                covariance[k][j] = (1 - share) * covariance[k][j] + (k == j ? share * trace + LEAST : 0);
            }
        }
        m_lower = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), 1e-6, 0).getL().getData();
    }

    private static double[] mean(final float[][] vectors, final int[] own) {
        final double[] mean = new double[vectors[0].length];
        for (final int i : own) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += (double)vectors[i][k] / own.length;
            }
        }
        return mean;
    }

    private static void add(final float[][] vectors, final int[] own, final double[] mean,
        final double[][] covariance) {
        for (final int i : own) {
            for (int k = 0; k < mean.length; k++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[k][j] +=
                        (vectors[i][k] - mean[k]) * (vectors[i][j] - mean[j]) / vectors.length;
                }
            }
        }
    }

    /** To the nearest class; large far from all. */
    double[] squares(final float[][] vectors, final RunControl run) throws CanceledException {
        run.checkCanceled();
        final double[] squares = new double[vectors.length];
        Ranges.forAll(squares.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                squares[i] = Double.POSITIVE_INFINITY;
                for (final double[] mean : m_means) {
                    squares[i] = Math.min(squares[i], square(vectors[i], mean, m_lower));
                }
            }
        });
        return squares;
    }

    /** The square of the length of L^-1 (vector - mean). */
    static double square(final float[] vector, final double[] mean, final double[][] lower) {
        final double[] solved = new double[mean.length];
        double square = 0;
        for (int k = 0; k < solved.length; k++) {
            double left = vector[k] - mean[k];
            for (int j = 0; j < k; j++) {
                left -= lower[k][j] * solved[j];
            }
            solved[k] = left / lower[k][k];
            square += solved[k] * solved[k];
        }
        return square;
    }
}
