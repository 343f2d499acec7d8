// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.network.TensorShape.Role;

/**
 * The flat weights of a network, or something of the same shape such as a gradient, seen by node and role.
 *
 * @param tensors where each tensor lies, in order, without gaps; copied
 * @param values all values; shared
 */
public record Weights(List<Tensor> tensors, float[] values) {

    /** Copies the list. */
    public Weights {
        tensors = List.copyOf(tensors);
    }

    /**
     * @param spec the network
     * @param values its flat weights; shared
     * @return them by node and role
     */
    public static Weights of(final NetworkSpec spec, final float[] values) {
        return new Weights(spec.tensors(), values);
    }

    /**
     * @param role what the tensors are to their layers
     * @return the tensors of that role, in order
     */
    public List<Tensor> of(final Role role) {
        return tensors.stream().filter(tensor -> tensor.shape().role() == role).toList();
    }

    /** @return the Euclidean length of all learned values; cost O(values) */
    public double norm() {
        return Math.sqrt(tensors.stream().filter(tensor -> tensor.shape().role().learned())
            .mapToDouble(tensor -> squares(tensor.offset(), tensor.offset() + tensor.length())).sum());
    }

    /**
     * @param tensor one of the tensors
     * @return the Euclidean length of its values; cost O(its values)
     */
    public double norm(final Tensor tensor) {
        return Math.sqrt(squares(tensor.offset(), tensor.offset() + tensor.length()));
    }

    /** @return the same with copied values */
    public Weights copy() {
        return new Weights(tensors, values.clone());
    }

    private double squares(final int from, final int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double)values[i] * values[i];
        }
        return sum;
    }
}
