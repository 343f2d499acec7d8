// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.train.CrossEntropy;
import org.frugalvision.engine.train.Loss;

/**
 * Cross-entropy in which a class must win by a margin: - sum_k y_k ln softmax(s - m_k e_k)_k. The score of each class
 * that the label names is lowered by its margin while that class is looked at. Validation is measured without margins.
 * Cost: O(classes) per class that the label names.
 *
 * @param margins of each class, at least 0
 */
record MarginLoss(double[] margins) implements Loss {

    @Override
    public double loss(final float[] scores, final float[] rows, final int from, final int classes) {
        double loss = 0;
        for (int k = 0; k < classes; k++) {
            if (rows[from + k] != 0) {
                loss -= rows[from + k] * Softmax.logarithms(lowered(scores, from, classes, k), 0, classes)[k];
            }
        }
        return loss;
    }

    @Override
    public void gradient(final float[] scores, final float[] rows, final int from, final int classes,
        final float[] gradient) {
        final double[] sums = new double[classes];
        for (int k = 0; k < classes; k++) {
            if (rows[from + k] != 0) {
                final double[] probabilities =
                    Softmax.probabilities(lowered(scores, from, classes, k), 0, classes);
                for (int j = 0; j < classes; j++) {
                    sums[j] += rows[from + k] * (probabilities[j] - (j == k ? 1 : 0));
                }
            }
        }
        for (int j = 0; j < classes; j++) {
            gradient[from + j] = (float)sums[j];
        }
    }

    @Override
    public Loss measured() {
        return new CrossEntropy();
    }

    private float[] lowered(final float[] scores, final int from, final int classes, final int named) {
        final float[] lowered = new float[classes];
        System.arraycopy(scores, from, lowered, 0, classes);
        lowered[named] -= (float)margins[named];
        return lowered;
    }
}
