// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;

/**
 * A network by numbers: place 0 is the image, place n the n-th node. It answers who reads what, which shape everything
 * has and where the tensors lie, and is made once for each {@link NetworkSpec}, in O(nodes + edges). Immutable.
 */
public final class Graph {

    private final List<Node> m_nodes;

    private final Map<String, Integer> m_places = new HashMap<>(Map.of(Node.INPUT, 0));

    private final List<List<Integer>> m_inputs = new ArrayList<>(List.of(List.of()));

    private final List<List<Integer>> m_readers = new ArrayList<>(List.of(new ArrayList<>()));

    private final List<ImageShape> m_shapes = new ArrayList<>();

    private final List<List<Tensor>> m_tensors = new ArrayList<>(List.of(List.of()));

    private final List<Tensor> m_all = new ArrayList<>();

    private final List<LayerCost> m_costs = new ArrayList<>();

    private long m_parameters;

    /**
     * @param input shape of the images
     * @param nodes in order; shared
     * @throws IllegalArgumentException if they are no network that can be computed; the message says why
     */
    Graph(final ImageShape input, final List<Node> nodes) {
        m_nodes = nodes;
        m_shapes.add(input);
        for (final Node node : nodes) {
            try {
                add(node);
            } catch (IllegalArgumentException | ArithmeticException e) { // ArithmeticException: sizes beyond 64 bits
                throw impossible(node, e.getMessage(), e);
            }
            if (m_parameters > NetworkSpec.MAX_PARAMETERS) {
                throw new IllegalArgumentException(
                    "A network must have at most %,d parameters; node \"%s\" exceeds that."
                        .formatted(NetworkSpec.MAX_PARAMETERS, node.name()));
            }
            place(node);
        }
        for (int place = 1; place < last(); place++) {
            if (readers(place).isEmpty()) {
                throw impossible(node(place), "no later node uses its output", null);
            }
        }
    }

    /** @return the last place, that of the scores */
    public int last() {
        return m_nodes.size();
    }

    /**
     * @param name of a node, or {@link Node#INPUT}
     * @return its place
     * @throws IllegalArgumentException if there is no such node
     */
    public int place(final String name) {
        final Integer place = m_places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("The network has no node \"" + name + "\".");
        }
        return place;
    }

    /**
     * @param place from 1 on
     * @return its node
     */
    public Node node(final int place) {
        return m_nodes.get(place - 1);
    }

    /**
     * @param place from 1 on
     * @return its layer
     */
    public Layer layer(final int place) {
        return node(place).layer();
    }

    /**
     * @param place any place
     * @return its name
     */
    public String name(final int place) {
        return place == 0 ? Node.INPUT : node(place).name();
    }

    /**
     * @param place any place
     * @return the places whose outputs it takes, in their order
     */
    public List<Integer> inputs(final int place) {
        return m_inputs.get(place);
    }

    /**
     * @param place any place
     * @return the places that take its output, in their order; one that takes it twice stands there twice
     */
    public List<Integer> readers(final int place) {
        return m_readers.get(place);
    }

    /**
     * @param place any place
     * @return the shape of its output
     */
    public ImageShape shape(final int place) {
        return m_shapes.get(place);
    }

    /**
     * @param place any place
     * @return the shapes of what it takes
     */
    public List<ImageShape> inputShapes(final int place) {
        return inputs(place).stream().map(m_shapes::get).toList();
    }

    /**
     * @param place any place
     * @return its tensors, in their order
     */
    public List<Tensor> tensors(final int place) {
        return m_tensors.get(place);
    }

    /** @return all tensors in the order of the flat weights: node after node, without gaps */
    public List<Tensor> tensors() {
        return m_all;
    }

    /** @return what each node costs, in order */
    public List<LayerCost> costs() {
        return m_costs;
    }

    /** @return number of values of all tensors */
    public int parameters() {
        return (int)m_parameters;
    }

    private void add(final Node node) {
        final List<Integer> inputs = new ArrayList<>();
        for (final String name : node.inputs()) {
            if (!m_places.containsKey(name)) {
                throw new IllegalArgumentException("its input \"" + name + "\" is no earlier node");
            }
            inputs.add(m_places.get(name));
        }
        final List<ImageShape> shapes = inputs.stream().map(m_shapes::get).toList();
        long parameters = 0;
        for (final TensorShape tensor : node.layer().tensors(shapes)) {
            parameters = Math.addExact(parameters, tensor.length());
        }
        final LayerCost cost = new LayerCost(node.name(), node.layer().description(), node.layer().output(shapes),
            parameters, node.layer().multiplyAdds(shapes));
        if (node.name().isBlank() || m_places.containsKey(node.name())) {
            throw new IllegalArgumentException("its name must be unique and not empty");
        }
        m_costs.add(cost);
        m_inputs.add(List.copyOf(inputs));
        m_shapes.add(cost.output());
        m_parameters += parameters;
    }

    /** Gives a node that was added, and is possible, its place and its tensors theirs. */
    private void place(final Node node) {
        final int place = m_places.size();
        m_places.put(node.name(), place);
        m_readers.add(new ArrayList<>());
        inputs(place).forEach(input -> m_readers.get(input).add(place));
        final List<Tensor> tensors = new ArrayList<>();
        int offset = m_all.isEmpty() ? 0 : m_all.get(m_all.size() - 1).end();
        for (final TensorShape shape : node.layer().tensors(inputShapes(place))) {
            final Tensor tensor = new Tensor(node.name(), shape, offset);
            tensors.add(tensor);
            offset = tensor.end();
        }
        m_tensors.add(List.copyOf(tensors));
        m_all.addAll(tensors);
    }

    private static IllegalArgumentException impossible(final Node node, final String why, final Exception cause) {
        return new IllegalArgumentException("Node \"%s\" is not possible: %s.".formatted(node.name(), why), cause);
    }
}
