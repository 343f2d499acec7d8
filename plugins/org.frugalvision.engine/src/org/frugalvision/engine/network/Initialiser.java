// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.Seeds;

/**
 * Initial weights: each tensor uniform in +-1/sqrt(fan-in), biases, too (LeCun et al. 1998, Efficient BackProp, scaled;
 * the default of PyTorch). Every tensor has its own stream of random numbers, so that a change of one layer leaves the
 * others' values as they were.
 */
final class Initialiser {

    private Initialiser() {
    }

    static float[] weights(final NetworkSpec spec, final Seeds seeds) {
        final float[] weights = new float[Math.toIntExact(spec.parameters())];
        for (final Tensor tensor : spec.tensors()) {
            final RandomGenerator random = seeds.named(tensor.node()).child(tensor.shape().role().name()).generator();
            final double bound = 1 / Math.sqrt(tensor.shape().fanIn());
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                weights[i] = (float)((2 * random.nextDouble() - 1) * bound);
            }
        }
        return weights;
    }
}
