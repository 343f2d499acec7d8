// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.frugalvision.engine.image.ImageShape;

/**
 * A network's graph as data: what is stored in files, pruned, counted, and built for computing. Nodes stand in an order
 * in which each comes after its inputs; the last one gives one value for each class (classes x 1 x 1), without
 * activation: the scores before softmax. Equal if input and nodes are. Immutable.
 */
public final class NetworkSpec {

    /** The most parameters a network may have: 2 GB of weights. */
    public static final long MAX_PARAMETERS = 500_000_000;

    private final List<Node> m_nodes;

    private final Graph m_graph;

    /**
     * Refuses graphs that cannot be computed.
     *
     * @param input shape of the images
     * @param nodes the nodes; copied
     * @throws IllegalArgumentException with the name of the node and the reason
     */
    public NetworkSpec(final ImageShape input, final List<Node> nodes) {
        m_nodes = List.copyOf(nodes);
        if (m_nodes.isEmpty()) {
            throw new IllegalArgumentException("A network must have at least one node.");
        }
        m_graph = new Graph(input, m_nodes);
        final int last = m_graph.last();
        final ImageShape scores = m_graph.shape(last);
        if (scores.height() != 1 || scores.width() != 1
            || Activated.of(m_graph.layer(last)) != Activation.IDENTITY) {
            throw new IllegalArgumentException(
                "The last node of a network must give one value for each class, without activation; node \"%s\" (%s)"
                    .formatted(m_graph.name(last), m_graph.layer(last).description()) + " gives " + scores + ".");
        }
    }

    /** @return shape of the images */
    public ImageShape input() {
        return m_graph.shape(0);
    }

    /** @return the nodes, in order */
    public List<Node> nodes() {
        return m_nodes;
    }

    /** @return who reads what, which shape everything has, and where the tensors lie */
    public Graph graph() {
        return m_graph;
    }

    /** @return number of classes */
    public int classes() {
        return m_graph.shape(m_graph.last()).channels();
    }

    /**
     * @return the nodes from which the scores come: on each way back from them the first {@link Linear} one; in order
     */
    public List<Node> scoring() {
        return scoringPlaces().stream().map(m_graph::node).toList();
    }

    /** @return the names of the nodes whose outputs enter {@link #scoring}, one after the other: the embedding */
    public List<String> embedding() {
        return embeddingPlaces().map(m_graph::name).toList();
    }

    /** @return number of values of the {@link #embedding} of one image */
    public int features() {
        return embeddingPlaces().map(m_graph::shape).mapToInt(ImageShape::size).sum();
    }

    /** @return what each node costs, in order */
    public List<LayerCost> layers() {
        return m_graph.costs();
    }

    /** @return number of stored values: learned ones, and the running statistics of batch normalisation */
    public long parameters() {
        return m_graph.parameters();
    }

    /** @return multiply-add operations of one image forward, by the convention of {@link Layer#multiplyAdds} */
    public long multiplyAdds() {
        return layers().stream().mapToLong(LayerCost::multiplyAdds).sum();
    }

    /** @return number of values that all nodes together give for one image, that of the input included */
    public long activations() {
        return input().size() + layers().stream().mapToLong(layer -> layer.output().size()).sum();
    }

    /**
     * The same nodes, and so the same weights, for images of another height and width.
     *
     * @param shape the other shape
     * @return the network for it
     * @throws IllegalArgumentException if a tensor would need another size, or an image is too small; the message says
     *             for which node
     */
    public NetworkSpec withInput(final ImageShape shape) {
        final NetworkSpec other = new NetworkSpec(shape, m_nodes);
        final List<Tensor> own = tensors();
        final List<Tensor> others = other.tensors();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).length() != others.get(i).length()) {
                throw new IllegalArgumentException("Node \"%s\" has weights for images of %s only."
                    .formatted(own.get(i).node(), input()));
            }
        }
        return other;
    }

    /** @return whether images of other heights and widths can be computed with the same weights */
    public boolean sizeFree() {
        // a dense layer sees a fixed number of values if all paths to it pass a layer whose output has a fixed size
        final boolean[] fixed = new boolean[m_graph.last() + 1];
        for (int place = 1; place < fixed.length; place++) {
            final boolean inputsFixed = m_graph.inputs(place).stream().allMatch(input -> fixed[input]);
            if (m_graph.layer(place) instanceof Dense && !inputsFixed) {
                return false;
            }
            fixed[place] = inputsFixed || m_graph.layer(place).fixesSize();
        }
        return true;
    }

    /** @return where each tensor lies in the flat weights: node after node, without gaps */
    public List<Tensor> tensors() {
        return m_graph.tensors();
    }

    /**
     * @param node name of a node
     * @return the network cut behind it; empty if a node behind it takes what stands before it, and for the last node
     * @throws IllegalArgumentException if there is no such node
     */
    public Optional<Split> split(final String node) {
        return Split.at(m_graph, m_graph.place(node));
    }

    private Stream<Integer> embeddingPlaces() {
        return scoringPlaces().stream().flatMap(place -> m_graph.inputs(place).stream()).distinct();
    }

    private List<Integer> scoringPlaces() {
        final boolean[] reached = new boolean[m_graph.last() + 1];
        reached[m_graph.last()] = true;
        final List<Integer> scoring = new ArrayList<>();
        for (int place = m_graph.last(); place > 0; place--) {
            if (reached[place] && m_graph.layer(place) instanceof Linear) {
                scoring.add(0, place);
            } else if (reached[place]) {
                m_graph.inputs(place).forEach(input -> reached[input] = true);
            }
        }
        return scoring;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof NetworkSpec spec && input().equals(spec.input()) && m_nodes.equals(spec.m_nodes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(input(), m_nodes);
    }

    @Override
    public String toString() {
        return "NetworkSpec[" + input() + ", " + m_nodes + "]";
    }
}
