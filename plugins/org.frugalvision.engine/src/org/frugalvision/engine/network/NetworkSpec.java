// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;

/**
 * A network's graph as data: what is stored in files, pruned, counted, and built for computing. Nodes stand in an order
 * in which each comes after its inputs; the last one is a {@link Dense} layer without activation whose outputs are the
 * scores of the classes before softmax. Immutable.
 *
 * @param input shape of the images
 * @param nodes the nodes; copied
 */
public record NetworkSpec(ImageShape input, List<Node> nodes) {

    /** The most parameters a network may have: 2 GB of weights. */
    public static final long MAX_PARAMETERS = 500_000_000;

    /**
     * Refuses graphs that cannot be computed.
     *
     * @throws IllegalArgumentException with the name of the node and the reason
     */
    public NetworkSpec {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty() || !(nodes.get(nodes.size() - 1).layer() instanceof Dense scores)
            || scores.activation() != Activation.IDENTITY) {
            throw new IllegalArgumentException("The last node of a network must be a dense layer without activation.");
        }
        long parameters = 0;
        for (final LayerCost layer : costs(input, nodes)) {
            parameters += layer.parameters();
            if (parameters > MAX_PARAMETERS) {
                throw new IllegalArgumentException(
                    "A network must have at most %,d parameters; node \"%s\" exceeds that.".formatted(MAX_PARAMETERS,
                        layer.name()));
            }
        }
    }

    /** @return number of classes */
    public int classes() {
        return ((Dense)nodes.get(nodes.size() - 1).layer()).units();
    }

    /** @return number of values that enter the last dense layer, of one image */
    public int features() {
        final String last = nodes.get(nodes.size() - 1).inputs().get(0);
        return layers().stream().filter(layer -> layer.name().equals(last)).findFirst()
            .map(layer -> layer.output().size()).orElse(input.size());
    }

    /** @return what each node costs, in order */
    public List<LayerCost> layers() {
        return costs(input, nodes);
    }

    /** @return number of stored values: learned ones, and the running statistics of batch normalisation */
    public long parameters() {
        return layers().stream().mapToLong(LayerCost::parameters).sum();
    }

    /** @return multiply-add operations of one image forward, by the convention of {@link Layer#multiplyAdds} */
    public long multiplyAdds() {
        return layers().stream().mapToLong(LayerCost::multiplyAdds).sum();
    }

    /** @return number of values that all nodes together give for one image, that of the input included */
    public long activations() {
        return input.size() + layers().stream().mapToLong(layer -> layer.output().size()).sum();
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
        final NetworkSpec other = new NetworkSpec(shape, nodes);
        final List<Tensor> own = tensors();
        final List<Tensor> others = other.tensors();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).length() != others.get(i).length()) {
                throw new IllegalArgumentException("Node \"%s\" has weights for images of %s only."
                    .formatted(own.get(i).node(), input));
            }
        }
        return other;
    }

    /** @return whether images of other heights and widths can be computed with the same weights */
    public boolean sizeFree() {
        // a dense layer sees a fixed number of values if all paths to it pass a layer whose output has a fixed size
        final Map<String, Boolean> fixed = new LinkedHashMap<>(Map.of(Node.INPUT, false));
        for (final Node node : nodes) {
            final boolean inputsFixed = node.inputs().stream().allMatch(fixed::get);
            if (node.layer() instanceof Dense && !inputsFixed) {
                return false;
            }
            fixed.put(node.name(), inputsFixed || node.layer() instanceof GlobalAveragePooling
                || node.layer() instanceof SpatialPyramidPooling);
        }
        return true;
    }

    /** @return where each tensor lies in the flat weights: node after node, without gaps */
    public List<Tensor> tensors() {
        final Map<String, ImageShape> shapes = new LinkedHashMap<>(Map.of(Node.INPUT, input));
        final List<Tensor> tensors = new ArrayList<>();
        int offset = 0;
        for (final Node node : nodes) {
            final List<ImageShape> inputs = node.inputs().stream().map(shapes::get).toList();
            for (final TensorShape shape : node.layer().tensors(inputs)) {
                final Tensor tensor = new Tensor(node.name(), shape, offset);
                tensors.add(tensor);
                offset += tensor.length();
            }
            shapes.put(node.name(), node.layer().output(inputs));
        }
        return tensors;
    }

    private static List<LayerCost> costs(final ImageShape input, final List<Node> nodes) {
        final Map<String, ImageShape> shapes = new LinkedHashMap<>(Map.of(Node.INPUT, input));
        final List<LayerCost> costs = new ArrayList<>();
        for (final Node node : nodes) {
            try {
                final LayerCost cost = cost(node, shapes);
                if (node.name().isBlank() || shapes.putIfAbsent(node.name(), cost.output()) != null) {
                    throw new IllegalArgumentException("its name must be unique and not empty");
                }
                if (node != nodes.get(nodes.size() - 1) && !used(node, nodes)) {
                    throw new IllegalArgumentException("no later node uses its output");
                }
                costs.add(cost);
            } catch (IllegalArgumentException | ArithmeticException e) { // ArithmeticException: sizes beyond 64 bits
                throw new IllegalArgumentException(
                    "Node \"%s\" is not possible: %s.".formatted(node.name(), e.getMessage()), e);
            }
        }
        return costs;
    }

    private static boolean used(final Node node, final List<Node> nodes) {
        return nodes.stream().anyMatch(other -> other.inputs().contains(node.name()));
    }

    private static LayerCost cost(final Node node, final Map<String, ImageShape> shapes) {
        final List<ImageShape> inputs = new ArrayList<>();
        for (final String name : node.inputs()) {
            final ImageShape shape = shapes.get(name);
            if (shape == null) {
                throw new IllegalArgumentException("its input \"" + name + "\" is no earlier node");
            }
            inputs.add(shape);
        }
        long parameters = 0;
        for (final TensorShape tensor : node.layer().tensors(inputs)) {
            parameters = Math.addExact(parameters, tensor.length());
        }
        return new LayerCost(node.name(), node.layer().description(), node.layer().output(inputs), parameters,
            node.layer().multiplyAdds(inputs));
    }
}
