// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.function.IntConsumer;

import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;

/** The values of a network that follow the gradient; running statistics follow the images. */
final class Learned {

    private Learned() {
    }

    /** Takes the index of every such value, in order. */
    static void forEach(final Weights weights, final IntConsumer action) {
        for (final Tensor tensor : weights.tensors()) {
            if (tensor.shape().role().learned()) {
                for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                    action.accept(i);
                }
            }
        }
    }
}
