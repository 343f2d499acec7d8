// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;

/**
 * A network of ours under construction from the layers of a foreign one. It goes on after a layer that cannot be
 * expressed, so that all of them are told at once.
 */
final class Draft {

    private static final int TOLD_AT_MOST = 20;

    private final ImageShape m_input;

    private final Map<String, Integer> m_uses = new HashMap<>();

    private final Map<String, Value> m_values = new HashMap<>();

    private final Map<String, ImageShape> m_shapes = new HashMap<>();

    private List<Part> m_parts = new ArrayList<>();

    private int m_place;

    private final List<String> m_problems = new ArrayList<>();

    Draft(final ImageShape input) {
        m_input = input;
        m_shapes.put(Node.INPUT, input);
    }

    /** Says what a foreign layer is in our terms. */
    @FunctionalInterface
    interface Translation {

        Value translate(ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException;
    }

    private record Part(Node node, WeightSource weights, int place) {
    }

    /** Translates layers, each of which stands behind its inputs. */
    void translate(final String foreignInput, final Value input, final List<ForeignLayer> layers,
        final Translation translation) throws NetworkFormatException {
        layers.forEach(layer -> layer.inputs().forEach(name -> m_uses.merge(name, 1, Integer::sum)));
        put(foreignInput, input);
        for (final ForeignLayer layer : layers) {
            m_place = layer.place();
            put(layer.name(), translated(layer, translation));
        }
    }

    /** The output of an earlier foreign layer. */
    Value value(final String foreign) throws UnsupportedLayerException {
        final Value value = m_values.get(foreign);
        if (value == null) {
            throw new UnsupportedLayerException("takes the unknown layer \"%s\"".formatted(foreign));
        }
        if (value.probabilities()) {
            throw new UnsupportedLayerException("stands behind the softmax");
        }
        return value;
    }

    /** The output of the only input of a foreign layer. */
    Value single(final ForeignLayer layer) throws UnsupportedLayerException {
        if (layer.inputs().size() != 1) {
            throw new UnsupportedLayerException("has %d inputs".formatted(layer.inputs().size()));
        }
        return value(layer.inputs().get(0));
    }

    /** The same, which must be no flattened image. */
    Value image(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value value = single(layer);
        if (flat(value)) {
            throw new UnsupportedLayerException("of a flattened image");
        }
        return value;
    }

    ImageShape shape(final Value value) {
        return m_shapes.get(value.node());
    }

    /** Whether a vector stands for an image of more than one pixel, so that its entries are no channels. */
    boolean flat(final Value value) {
        return value.order() != Value.Order.NONE && shape(value).height() * shape(value).width() > 1;
    }

    /** A new node; its name gets underscores until it is unique. */
    Value node(final String name, final Layer layer, final WeightSource weights, final Value... inputs) {
        String unique = name.isBlank() ? "layer" : name;
        while (m_shapes.containsKey(unique)) {
            unique += "_";
        }
        m_shapes.put(unique, layer.output(Arrays.stream(inputs).map(this::shape).toList()));
        m_parts.add(new Part(new Node(unique, layer, Arrays.stream(inputs).map(Value::node).toList()), weights,
            m_place));
        return Value.of(unique);
    }

    /** The layer that computes a value; null for the image itself. */
    Layer layer(final Value value) {
        return m_parts.stream().filter(part -> part.node().name().equals(value.node())).findAny()
            .map(part -> part.node().layer()).orElse(null);
    }

    /** The first value that the node of a value takes. */
    Value input(final Value value) {
        return m_parts.stream().filter(part -> part.node().name().equals(value.node())).findAny()
            .map(part -> Value.of(part.node().inputs().get(0))).orElseThrow();
    }

    /** Puts an activation at the end of the node that computes a value. */
    Value activated(final Value value, final Activation activation) throws UnsupportedLayerException {
        if (activation == Activation.IDENTITY) {
            return value;
        }
        if (!value.exclusive()) {
            throw new UnsupportedLayerException(activation.id() + " of values that another layer takes as well");
        }
        for (int i = 0; i < m_parts.size(); i++) {
            final Node node = m_parts.get(i).node();
            if (node.name().equals(value.node())) {
                m_parts.set(i, new Part(new Node(node.name(), Fusion.with(node.layer(), activation), node.inputs()),
                    m_parts.get(i).weights(), m_parts.get(i).place()));
                return value;
            }
        }
        throw new UnsupportedLayerException(activation.id() + " of the image");
    }

    /** The graph that ends with a foreign layer. */
    NetworkSpec finish(final String output) throws NetworkFormatException {
        if (!m_problems.isEmpty()) {
            final int told = Math.min(TOLD_AT_MOST, m_problems.size());
            throw new NetworkFormatException("it has layers that this version cannot take over: "
                + String.join("; ", m_problems.subList(0, told))
                + (told < m_problems.size() ? "; and %d more".formatted(m_problems.size() - told) : ""));
        }
        sort();
        final Value end = m_values.get(output);
        if (end == null || m_parts.isEmpty() || !m_parts.get(m_parts.size() - 1).node().name().equals(end.node())
            || !(layer(end) instanceof Dense dense) || dense.activation() != Activation.IDENTITY
            || dense.units() < 2) {
            throw new NetworkFormatException("it does not end with a dense layer of at least two classes and softmax");
        }
        try {
            return new NetworkSpec(m_input, m_parts.stream().map(Part::node).toList());
        } catch (IllegalArgumentException e) {
            throw new NetworkFormatException(e.getMessage().replaceFirst("\\.$", ""), e);
        }
    }

    /** Whether a finished network ends with softmax. */
    boolean probabilities(final String output) {
        return m_values.get(output).probabilities();
    }

    /** All weights in the order of a finished graph. */
    float[] weights(final NetworkSpec spec) throws IOException {
        final float[] weights = new float[Math.toIntExact(spec.parameters())];
        int at = 0;
        for (int i = 0; i < m_parts.size(); i++) {
            final Part part = m_parts.get(i);
            final long length = spec.layers().get(i).parameters();
            final float[] values = part.weights().values();
            if (values.length != length) {
                throw new NetworkFormatException("layer \"%s\" has %,d weights, but needs %,d"
                    .formatted(part.node().name(), values.length, length));
            }
            System.arraycopy(values, 0, weights, at, values.length);
            at += values.length;
        }
        return weights;
    }

    private Value translated(final ForeignLayer layer, final Translation translation) throws NetworkFormatException {
        try {
            return translation.translate(layer);
        } catch (UnsupportedLayerException e) {
            m_problems.add(layer.title() + (e.getMessage().isEmpty() ? "" : " (" + e.getMessage() + ")"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            if (m_problems.isEmpty()) { // else the sizes may be wrong because of them
                throw new NetworkFormatException("%s is not possible: %s".formatted(layer.title(), e.getMessage()), e);
            }
        }
        return layer.inputs().stream().filter(m_values::containsKey).findFirst().map(m_values::get)
            .orElse(Value.of(Node.INPUT));
    }

    /** As the layers stand in the file, where that is an order in which they can be computed. */
    private void sort() {
        final List<Part> sorted = new ArrayList<>(m_parts);
        sorted.sort(Comparator.comparingInt(Part::place));
        final Set<String> known = new HashSet<>(Set.of(Node.INPUT));
        if (sorted.stream().allMatch(part -> known.containsAll(part.node().inputs())
            && known.add(part.node().name()))) {
            m_parts = sorted;
        }
    }

    private void put(final String foreign, final Value value) {
        m_values.put(foreign, m_uses.getOrDefault(foreign, 0) > 1 ? value.shared() : value);
    }
}
