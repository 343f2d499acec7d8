// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How much of the space of vectors the images of a class fill, whatever their number: a class of few but different
 * images may be larger than one of many alike. Ma et al. 2023, arXiv:2212.14613: half the binary logarithm of det(I +
 * d/m Z'Z), where Z has the m centred vectors of d values. Theirs scales by distances between classes, too; here the
 * volume alone counts. Values are standardised over all images first, else their unit would decide.
 */
public final class SemanticScale {

    /** Weights are at most this much smaller or greater than usual. */
    private static final double LEAST_WEIGHT = 0.2;

    private static final double MOST_WEIGHT = 5;

    /** Classes of images that are all the same have no volume; they count as this share of the largest one. */
    private static final double LEAST_SHARE = 1e-3;

    private SemanticScale() {
    }

    /**
     * Cost: O(images x values x least of both + least^3) per class.
     *
     * @param vectors of equal length, one for each image; not changed
     * @param pool the images
     * @return the scale of each class; NaN for a class without images
     */
    public static double[] of(final float[][] vectors, final LabelledPool pool) {
        final double[][] standardised = standardised(vectors);
        final double[] scales = new double[pool.classes().size()];
        Arrays.fill(scales, Double.NaN);
        for (final int label : pool.present()) {
            final double[][] own = new double[pool.counts()[label]][];
            int filled = 0;
            for (int i = 0; i < standardised.length; i++) {
                if (pool.labels()[i] == label) {
                    own[filled++] = standardised[i];
                }
            }
            scales[label] = volume(own, own[0].length);
        }
        return scales;
    }

    /**
     * The reciprocal of the scale, over the mean of all reciprocals, from 0.2 to 5.
     *
     * @param scales as {@link #of} gives them
     * @return weights; NaN where the scale is
     */
    public static double[] weights(final double[] scales) {
        final double largest = Arrays.stream(scales).filter(scale -> !Double.isNaN(scale)).max().orElse(0);
        final double[] reciprocals = Arrays.stream(scales)
            .map(scale -> largest > 0 ? 1 / Math.max(scale, LEAST_SHARE * largest) : scale + 1).toArray();
        final double mean =
            Arrays.stream(reciprocals).filter(value -> !Double.isNaN(value)).average().orElse(1);
        return Arrays.stream(reciprocals)
            .map(value -> Math.max(LEAST_WEIGHT, Math.min(MOST_WEIGHT, value / mean))).toArray();
    }

    /** Of vectors that are centred here; {@code scale} is d. */
    static double volume(final double[][] vectors, final double scale) {
        final int images = vectors.length;
        final int values = vectors[0].length;
        final double[] mean = new double[values];
        for (final double[] vector : vectors) {
            for (int k = 0; k < values; k++) {
                mean[k] += vector[k] / images;
            }
        }
        final double[][] centred = new double[images][values];
        for (int i = 0; i < images; i++) {
            for (int k = 0; k < values; k++) {
                centred[i][k] = vectors[i][k] - mean[k];
            }
        }
        final RealMatrix z = new Array2DRowRealMatrix(centred, false);
        // Z'Z and ZZ' have the same eigenvalues but for zeros, so the smaller one does
        final RealMatrix products = images < values ? z.multiply(z.transpose()) : z.transpose().multiply(z);
        final RealMatrix matrix = products.scalarMultiply(scale / images);
        for (int k = 0; k < matrix.getRowDimension(); k++) {
            matrix.addToEntry(k, k, 1);
        }
        final RealMatrix factor = new CholeskyDecomposition(matrix).getL();
        double log = 0;
        for (int k = 0; k < factor.getRowDimension(); k++) {
            log += Math.log(factor.getEntry(k, k));
        }
        return log / Math.log(2);
    }

    private static double[][] standardised(final float[][] vectors) {
        final int values = vectors[0].length;
        final double[] mean = new double[values];
        final double[] square = new double[values];
        for (final float[] vector : vectors) {
            for (int k = 0; k < values; k++) {
                mean[k] += (double)vector[k] / vectors.length;
            }
        }
        for (final float[] vector : vectors) {
            for (int k = 0; k < values; k++) {
                square[k] += (vector[k] - mean[k]) * (vector[k] - mean[k]) / vectors.length;
            }
        }
        return Arrays.stream(vectors).map(vector -> {
            final double[] result = new double[values];
            for (int k = 0; k < values; k++) {
                result[k] = square[k] > 0 ? (vector[k] - mean[k]) / Math.sqrt(square[k]) : 0;
            }
            return result;
        }).toArray(double[][]::new);
    }
}
