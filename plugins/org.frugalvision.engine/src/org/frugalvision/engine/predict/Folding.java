// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.kernel.EightBits;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.ActivationRange;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.CodedTensor;
import org.frugalvision.engine.network.Dropping;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Linear;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;

/**
 * A network for applying that gives the same scores and embeddings, up to rounding, with less work: dropout is left
 * out, and a normalisation that directly follows a convolution or a dense layer becomes part of its weights. With s =
 * scale / sqrt(variance + epsilon), filter w and bias b become s w and s (b - mean) + shift. Weights that are whole
 * multiples of steps are so afterwards, too, of |s| times these steps. Cost: O(parameters).
 */
final class Folding {

    private final NetworkSpec m_spec;

    private final Graph m_graph;

    private final Map<String, List<float[]>> m_tensors = new HashMap<>();

    /** What stands for the output of each node. */
    private final Map<String, String> m_standIns = new HashMap<>();

    private final Map<String, ActivationRange> m_ranges = new HashMap<>();

    /** One for each output of a node. */
    private final Map<String, float[]> m_steps = new HashMap<>();

    private Folding(final NetworkSpec spec, final float[] weights) {
        m_spec = spec;
        m_graph = spec.graph();
        for (final Tensor tensor : spec.tensors()) {
            m_tensors.computeIfAbsent(tensor.node(), name -> new ArrayList<>())
                .add(Arrays.copyOfRange(weights, tensor.offset(), tensor.offset() + tensor.length()));
        }
    }

    /**
     * The folded network.
     *
     * @param spec its graph
     * @param weights its weights
     * @param eightBits how it is applied in whole numbers, if it is
     */
    record Folded(NetworkSpec spec, float[] weights, EightBits eightBits) {

        /** In single precision. */
        Folded(final NetworkSpec spec, final float[] weights) {
            this(spec, weights, EightBits.NONE);
        }
    }

    /** @param spec the network's graph, perhaps for images of another size */
    static Folded fold(final Network network, final NetworkSpec spec) {
        final Folding folding = new Folding(spec, network.weights());
        if (!network.ranges().isEmpty()) {
            network.ranges().forEach(range -> folding.m_ranges.put(range.node(), range));
            network.codes().forEach(folding::addSteps);
        }
        return folding.fold();
    }

    private void addSteps(final CodedTensor code) {
        final String node = code.form().node();
        final float[] steps = new float[m_graph.tensors(m_graph.place(node)).get(0).shape().shape()[0]];
        for (int output = 0; output < steps.length; output++) {
            steps[output] = code.steps()[output * code.steps().length / steps.length];
        }
        m_steps.put(node, steps);
    }

    static Folded fold(final NetworkSpec spec, final float[] weights) {
        return new Folding(spec, weights).fold();
    }

    private Folded fold() {
        final Map<String, Node> kept = new LinkedHashMap<>();
        for (final Node node : m_spec.nodes()) {
            final List<String> inputs = node.inputs().stream().map(this::standIn).toList();
            final int before = m_graph.place(node.inputs().get(0));
            final Optional<Linear> linear = linear(before);
            if (node.layer() instanceof Dropping) {
                m_standIns.put(node.name(), inputs.get(0));
            } else if (node.layer() instanceof BatchNormalization norm && linear.isPresent()) {
                final String name = m_graph.name(before);
                scale(name, node.name(), norm.epsilon());
                if (m_ranges.containsKey(node.name())) {
                    m_ranges.put(name, m_ranges.get(node.name()));
                }
                kept.put(name, new Node(name, linear.get().withBias().with(norm.activation()),
                    kept.get(name).inputs()));
                m_standIns.put(node.name(), name);
            } else {
                kept.put(node.name(), new Node(node.name(), node.layer(), inputs));
            }
        }
        final NetworkSpec spec = new NetworkSpec(m_spec.input(), List.copyOf(kept.values()));
        final float[] weights = new float[Math.toIntExact(spec.parameters())];
        int at = 0;
        for (final Node node : spec.nodes()) {
            for (final float[] tensor : m_tensors.getOrDefault(node.name(), List.of())) {
                System.arraycopy(tensor, 0, weights, at, tensor.length);
                at += tensor.length;
            }
        }
        return new Folded(spec, weights, new EightBits(m_ranges, m_steps));
    }

    private String standIn(final String name) {
        return m_standIns.getOrDefault(name, name);
    }

    /** The layer of a place if it is linear and nothing but the normalisation after it sees its output. */
    private Optional<Linear> linear(final int place) {
        return place > 0 && m_graph.readers(place).size() == 1 && m_graph.layer(place) instanceof Linear linear
            && linear.activation() == Activation.IDENTITY ? Optional.of(linear) : Optional.empty();
    }

    private void scale(final String linear, final String norm, final double epsilon) {
        final List<float[]> statistics = m_tensors.remove(norm);
        final List<float[]> tensors = m_tensors.get(linear);
        final float[] filters = tensors.get(0);
        final int outputs = statistics.get(0).length;
        final float[] biases = tensors.size() > 1 ? tensors.get(1) : new float[outputs];
        final int length = filters.length / outputs;
        for (int k = 0; k < outputs; k++) {
            final double factor = statistics.get(0)[k] / Math.sqrt(statistics.get(3)[k] + epsilon);
            for (int i = k * length; i < (k + 1) * length; i++) {
                filters[i] = (float)(filters[i] * factor);
            }
            if (m_steps.containsKey(linear)) {
                m_steps.get(linear)[k] *= (float)Math.abs(factor);
            }
            biases[k] = (float)((biases[k] - (double)statistics.get(2)[k]) * factor + statistics.get(1)[k]);
        }
        m_tensors.put(linear, List.of(filters, biases));
    }
}
