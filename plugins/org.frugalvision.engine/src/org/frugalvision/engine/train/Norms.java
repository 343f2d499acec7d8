// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.network.Tensor;

/** Euclidean lengths of tensors, summed in the order of their values. */
final class Norms {

    private Norms() {
    }

    static double of(final float[] values, final Tensor tensor) {
        double sum = 0;
        for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
            sum += (double)values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
