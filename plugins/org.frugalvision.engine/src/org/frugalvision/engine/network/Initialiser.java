// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.Seeds;

/**
 * Initial weights: uniform in +-sqrt(6/fan-in), so that the variance of the values stays the same from layer to layer
 * of a network with ReLU (He, Zhang, Ren and Sun 2015, arXiv:1502.01852); biases 0. A normalisation starts with scale
 * 1, shift 0, mean 0 and variance 1. Every tensor has its own stream of random numbers, so that a change of one layer
 * leaves the others' values as they were.
 */
final class Initialiser {

    private Initialiser() {
    }

    static float[] weights(final NetworkSpec spec, final Seeds seeds) {
        final float[] weights = new float[Math.toIntExact(spec.parameters())];
        for (final Tensor tensor : spec.tensors()) {
            switch (tensor.shape().role()) {
                case WEIGHT -> uniform(tensor, seeds, weights);
                case SCALE, VARIANCE -> fill(tensor, 1, weights);
                case BIAS, SHIFT, MEAN -> fill(tensor, 0, weights);
            }
        }
        return weights;
    }

    private static void fill(final Tensor tensor, final float value, final float[] weights) {
        Arrays.fill(weights, tensor.offset(), tensor.offset() + tensor.length(), value);
    }

    private static void uniform(final Tensor tensor, final Seeds seeds, final float[] weights) {
        final RandomGenerator random = seeds.named(tensor.node()).child(tensor.shape().role().name()).generator();
        final double bound = Math.sqrt(6.0 / tensor.shape().fanIn());
        for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
            weights[i] = (float)((2 * random.nextDouble() - 1) * bound);
        }
    }
}
