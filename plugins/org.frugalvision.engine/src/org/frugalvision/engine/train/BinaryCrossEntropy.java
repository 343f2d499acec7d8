// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.network.Sigmoid;

/**
 * Cross-entropy of every class by itself after the sigmoid, for label rows y of numbers from 0 to 1: loss = - sum_k
 * (y_k ln p_k + (1 - y_k) ln (1 - p_k)), gradient = p - y. An image may belong to several classes or to none. Label
 * rows cannot weigh images, as those without label have none.
 */
public record BinaryCrossEntropy() implements Loss {

    @Override
    public double loss(final float[] scores, final float[] rows, final int from, final int classes) {
        return Sigmoid.loss(scores, rows, from, classes);
    }

    @Override
    public void gradient(final float[] scores, final float[] rows, final int from, final int classes,
        final float[] gradient) {
        Sigmoid.gradient(scores, rows, from, classes, gradient);
    }
}
