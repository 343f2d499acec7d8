// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.LayerCost;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;

/**
 * Multiply-adds of one image through a network, forward and backward, by shape of the image. Backward, a layer takes as
 * many as forward for the gradient by its input, and as many again for that by its weights: twice the forward pass when
 * all layers learn. Layers below the lowest one that learns take none, frozen ones above it only the first.
 */
final class Multiplications {

    private final NetworkSpec m_spec;

    private final Map<ImageShape, List<LayerCost>> m_costs = new HashMap<>();

    Multiplications(final NetworkSpec spec) {
        m_spec = spec;
    }

    long forward(final ImageShape shape) {
        return costs(shape).stream().mapToLong(LayerCost::multiplyAdds).sum();
    }

    /** Forward up to a place of the graph, in the order of its nodes. */
    long forward(final ImageShape shape, final int place) {
        return costs(shape).subList(0, place).stream().mapToLong(LayerCost::multiplyAdds).sum();
    }

    /** @param trained for each tensor whether it learns */
    long backward(final ImageShape shape, final boolean[] trained) {
        final Set<String> learning = learning(trained);
        final Set<String> reached = new HashSet<>();
        long sum = 0;
        for (int i = 0; i < m_spec.nodes().size(); i++) {
            final Node node = m_spec.nodes().get(i);
            if (learning.contains(node.name()) || node.inputs().stream().anyMatch(reached::contains)) {
                reached.add(node.name());
                sum += costs(shape).get(i).multiplyAdds() * (learning.contains(node.name()) ? 2 : 1);
            }
        }
        return sum;
    }

    private Set<String> learning(final boolean[] trained) {
        final Set<String> nodes = new HashSet<>();
        final List<Tensor> tensors = m_spec.tensors();
        for (int i = 0; i < trained.length; i++) {
            if (trained[i] && tensors.get(i).shape().role().learned()) {
                nodes.add(tensors.get(i).node());
            }
        }
        return nodes;
    }

    private List<LayerCost> costs(final ImageShape shape) {
        return m_costs.computeIfAbsent(shape,
            wanted -> (wanted.equals(m_spec.input()) ? m_spec : m_spec.withInput(wanted)).layers());
    }
}
