// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.network.Softmax;

/**
 * Cross-entropy after softmax, for label rows y that need not sum to 1: loss = - sum_k y_k ln p_k, gradient = (sum_k
 * y_k) p - y. A row that is w times a one-hot row weighs its image by w; a row of fractions is a soft label.
 */
public record CrossEntropy() implements Loss {

    @Override
    public double loss(final float[] scores, final float[] rows, final int from, final int classes) {
        return Softmax.loss(scores, rows, from, classes);
    }

    @Override
    public void gradient(final float[] scores, final float[] rows, final int from, final int classes,
        final float[] gradient) {
        Softmax.gradient(scores, rows, from, classes, gradient);
    }
}
