// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.Seeds;

/**
 * Initial weights: uniform in +-sqrt(6/fan-in), so that the variance of the values stays the same from layer to layer of
 * a network with ReLU (He, Zhang, Ren and Sun 2015, arXiv:1502.01852); biases 0. Every tensor has its own stream of random
 * numbers, so that a change of one layer leaves the others' values as they were.
 */
final class Initialiser {

    private Initialiser() {
    }

    static float[] weights(final NetworkSpec spec, final Seeds seeds) {
        final float[] weights = new float[Math.toIntExact(spec.parameters())];
        for (final Tensor tensor : spec.tensors()) {
            if (tensor.shape().role() == Role.BIAS) {
                continue;
            }
            final RandomGenerator random = seeds.named(tensor.node()).child(tensor.shape().role().name()).generator();
            final double bound = Math.sqrt(6.0 / tensor.shape().fanIn());
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                weights[i] = (float)((2 * random.nextDouble() - 1) * bound);
            }
        }
        return weights;
    }
}
