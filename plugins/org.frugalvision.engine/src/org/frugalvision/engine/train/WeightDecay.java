// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;

/** The pull of weights towards zero. Biases and the parameters of normalisation are left alone. */
final class WeightDecay {

    private final double m_strength;

    private final List<Tensor> m_tensors;

    WeightDecay(final NetworkSpec spec, final double strength) {
        m_strength = strength;
        m_tensors = strength == 0 ? List.of()
            : spec.tensors().stream().filter(tensor -> tensor.shape().role() == Role.WEIGHT).toList();
    }

    /** Makes the decay part of the gradient of some of the values. */
    void addTo(final float[] gradient, final float[] weights, final int from, final int to) {
        for (final Tensor tensor : m_tensors) {
            final int end = Math.min(to, tensor.offset() + tensor.length());
            for (int i = Math.max(from, tensor.offset()); i < end; i++) {
                gradient[i] += (float)m_strength * weights[i];
            }
        }
    }

    /** Shrinks some of the weights at once, by the learning rate times the strength. */
    void shrink(final float[] weights, final double learningRate, final int from, final int to) {
        final float factor = (float)(1 - learningRate * m_strength);
        for (final Tensor tensor : m_tensors) {
            final int end = Math.min(to, tensor.offset() + tensor.length());
            for (int i = Math.max(from, tensor.offset()); i < end; i++) {
                weights[i] *= factor;
            }
        }
    }
}
