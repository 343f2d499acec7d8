// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/** Softmax and its cross-entropy on plain arrays, in double precision and without overflow. */
public final class Softmax {

    private Softmax() {
    }

    /**
     * @param scores scores of one or many images
     * @param from index of the first score of the image
     * @param classes number of its scores
     * @return probabilities; they sum to 1 up to rounding
     */
    public static double[] probabilities(final float[] scores, final int from, final int classes) {
        final double largest = largest(scores, from, classes);
        final double[] probabilities = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            probabilities[k] = Math.exp(scores[from + k] - largest);
            sum += probabilities[k];
        }
        for (int k = 0; k < classes; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }

    /**
     * @param scores scores
     * @param rows label rows, not negative, of any sum
     * @param from index of the image's first score, and of its first label value
     * @param classes number of classes
     * @return - sum_k y_k ln p_k
     */
    public static double loss(final float[] scores, final float[] rows, final int from, final int classes) {
        final double largest = largest(scores, from, classes);
        final double logSum = logSum(scores, from, classes, largest);
        double loss = 0;
        for (int k = from; k < from + classes; k++) {
            if (rows[k] != 0) {
                loss += rows[k] * (largest - scores[k] + logSum);
            }
        }
        return loss;
    }

    /**
     * @param scores scores of one or many images
     * @param from index of the first score of the image
     * @param label index of the right class
     * @param classes number of classes
     * @return - ln p_label
     */
    public static double loss(final float[] scores, final int from, final int label, final int classes) {
        final double largest = largest(scores, from, classes);
        return largest - scores[from + label] + logSum(scores, from, classes, largest);
    }

    /**
     * @param scores scores
     * @param rows label rows, not negative, of any sum
     * @param from index of the image's first score, and of its first label value
     * @param classes number of classes
     * @param gradient receives (sum_k y_k) p - y, from the same index on
     */
    public static void gradient(final float[] scores, final float[] rows, final int from, final int classes,
        final float[] gradient) {
        final double[] probabilities = probabilities(scores, from, classes);
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += rows[from + k];
        }
        for (int k = 0; k < classes; k++) {
            gradient[from + k] = (float)(sum * probabilities[k] - rows[from + k]);
        }
    }

    private static double largest(final float[] scores, final int from, final int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + classes; k++) {
            largest = Math.max(largest, scores[k]);
        }
        return largest;
    }

    /** ln of the sum of exp(score - largest), in [0, ln classes]. */
    private static double logSum(final float[] scores, final int from, final int classes, final double largest) {
        double sum = 0;
        for (int k = from; k < from + classes; k++) {
            sum += Math.exp(scores[k] - largest);
        }
        return Math.log(sum);
    }
}
