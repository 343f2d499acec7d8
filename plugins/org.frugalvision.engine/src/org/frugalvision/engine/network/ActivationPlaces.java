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
        for (final Node node : spec.nodes()) {
            final List<Node> readers =
                spec.nodes().stream().filter(other -> other.inputs().contains(node.name())).toList();
            final boolean later = readers.size() == 1 && readers.get(0).layer() instanceof Pooling pooling
                && pooling.kind() == Pooling.Kind.MAXIMUM;
            final Activation activation = activation(node.layer());
            if (activation != Activation.IDENTITY) {
                m_activations.put(later ? readers.get(0).name() : node.name(), activation);
            }
        }
    }

    /** @return the activation at the end of that node */
    Activation of(final Node node) {
        return m_activations.getOrDefault(node.name(), Activation.IDENTITY);
    }

    private static Activation activation(final Layer layer) {
        if (layer instanceof Convolution convolution) {
            return convolution.activation();
        }
        if (layer instanceof DepthwiseConvolution depthwise) {
            return depthwise.activation();
        }
        if (layer instanceof Addition addition) {
            return addition.activation();
        }
        if (layer instanceof BatchNormalization normalization) {
            return normalization.activation();
        }
        return layer instanceof Dense dense ? dense.activation() : Activation.IDENTITY;
    }
}
