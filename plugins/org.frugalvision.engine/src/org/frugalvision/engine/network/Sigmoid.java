// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/** The logistic function and its binary cross-entropy on plain arrays, in double precision and without overflow. */
public final class Sigmoid {

    private Sigmoid() {
    }

    /**
     * @param score a score
     * @return 1 / (1 + e^-score), 0 to 1
     */
    public static double of(final double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /**
     * @param scores scores of one or many images
     * @param from index of the first score of the image
     * @param classes number of its scores
     * @return of each class the probability that the image belongs to it
     */
    public static double[] probabilities(final float[] scores, final int from, final int classes) {
        final double[] probabilities = new double[classes];
        for (int k = 0; k < classes; k++) {
            probabilities[k] = of(scores[from + k]);
        }
        return probabilities;
    }

    /**
     * @param scores scores
     * @param rows label rows y, 0 to 1
     * @param from index of the image's first score, and of its first label value
     * @param classes number of classes
     * @return - sum_k (y_k ln p_k + (1 - y_k) ln (1 - p_k))
     */
    public static double loss(final float[] scores, final float[] rows, final int from, final int classes) {
        double loss = 0;
        for (int k = from; k < from + classes; k++) {
            // ln(1 + e^s) without overflow
            loss += Math.max(scores[k], 0) + Math.log1p(Math.exp(-Math.abs(scores[k]))) - rows[k] * scores[k];
        }
        return loss;
    }

    /**
     * @param scores scores
     * @param rows label rows y, 0 to 1
     * @param from index of the first score, label value and value of the gradient of the image
     * @param classes number of classes
     * @param gradient receives p - y
     */
    public static void gradient(final float[] scores, final float[] rows, final int from, final int classes,
        final float[] gradient) {
        for (int k = from; k < from + classes; k++) {
            gradient[k] = (float)(of(scores[k]) - rows[k]);
        }
    }
}
