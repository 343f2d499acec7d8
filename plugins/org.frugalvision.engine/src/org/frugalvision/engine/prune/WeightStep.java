// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * The weights of the smallest absolute value become 0, of equal ones the first; biases and normalisations stay. Saves
 * bytes of the file only: computing takes as long as before. Cost: O(weights x log weights).
 */
final class WeightStep {

    private WeightStep() {
    }

    /**
     * @param network a network
     * @param left share of its weights that is left
     * @param global whether weights of all layers are compared; otherwise each layer keeps this share
     * @return the network with zeros
     */
    static Network sparse(final Network network, final double left, final boolean global) {
        final float[] weights = network.weights();
        final List<int[]> parts = network.spec().tensors().stream().filter(it -> it.shape().role() == Role.WEIGHT)
            .map(WeightStep::indices).toList();
        final List<int[]> shared =
            global ? List.of(parts.stream().flatMapToInt(IntStream::of).toArray()) : parts;
        for (final int[] indices : shared) {
            zero(weights, indices, (int)Math.rint(indices.length * (1 - left)));
        }
        return new Network(network.spec(), network.classes(), weights, network.history());
    }

    private static int[] indices(final Tensor tensor) {
        return IntStream.range(tensor.offset(), tensor.end()).toArray();
    }

    private static void zero(final float[] weights, final int[] indices, final int count) {
        final double[] sizes = IntStream.of(indices).mapToDouble(i -> Math.abs(weights[i])).toArray();
        for (final int index : Removal.ascending(sizes, count)) {
            weights[indices[index]] = 0;
        }
    }
}
