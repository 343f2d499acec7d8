// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At the end of which node each activation is computed: usually its own, but where a maximum pooling alone follows, at
 * the end of that one. What cuts off does not change which value of a window is largest, and there are fewer values.
 */
final class ActivationPlaces {

    private final Map<String, Activation> m_activations = new HashMap<>();

    ActivationPlaces(final NetworkSpec spec) {
        final Graph graph = spec.graph();
        for (int place = 1; place <= graph.last(); place++) {
            final Node node = graph.node(place);
            final List<Node> readers = graph.readers(place).stream().map(graph::node).toList();
            final boolean later = readers.size() == 1 && readers.get(0).layer() instanceof Pooling pooling
                && pooling.kind() == Pooling.Kind.MAXIMUM;
            final Activation activation = Activated.of(node.layer());
            if (activation != Activation.IDENTITY) {
                m_activations.put(later ? readers.get(0).name() : node.name(), activation);
            }
        }
    }

    /** @return the activation at the end of that node */
    Activation of(final Node node) {
        return m_activations.getOrDefault(node.name(), Activation.IDENTITY);
    }
}
