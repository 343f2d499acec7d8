// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;

/** A network by numbers: place 0 is the image, place n the n-th node. Immutable. */
final class Graph {

    private final NetworkSpec m_spec;

    private final Map<String, Integer> m_places = new HashMap<>(Map.of(Node.INPUT, 0));

    private final List<List<Integer>> m_inputs = new ArrayList<>(List.of(List.of()));

    private final List<ImageShape> m_shapes = new ArrayList<>();

    private final List<Tensor> m_all;

    private final List<List<Tensor>> m_tensors = new ArrayList<>();

    private final List<List<Integer>> m_readers = new ArrayList<>();

    Graph(final NetworkSpec spec) {
        m_spec = spec;
        m_shapes.add(spec.input());
        for (int i = 0; i <= spec.nodes().size(); i++) {
            m_tensors.add(new ArrayList<>());
            m_readers.add(new ArrayList<>());
        }
        for (final Node node : spec.nodes()) {
            final int place = m_inputs.size();
            m_places.put(node.name(), place);
            final List<Integer> inputs = node.inputs().stream().map(m_places::get).toList();
            inputs.forEach(input -> m_readers.get(input).add(place));
            m_inputs.add(inputs);
            m_shapes.add(node.layer().output(inputs.stream().map(m_shapes::get).toList()));
        }
        m_all = spec.tensors();
        m_all.forEach(tensor -> m_tensors.get(m_places.get(tensor.node())).add(tensor));
    }

    NetworkSpec spec() {
        return m_spec;
    }

    /** The last place, that of the scores. */
    int last() {
        return m_spec.nodes().size();
    }

    int place(final String name) {
        final Integer place = m_places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("The network has no node \"" + name + "\".");
        }
        return place;
    }

    Node node(final int place) {
        return m_spec.nodes().get(place - 1);
    }

    Layer layer(final int place) {
        return node(place).layer();
    }

    List<Integer> inputs(final int place) {
        return m_inputs.get(place);
    }

    /** Of the output. */
    ImageShape shape(final int place) {
        return m_shapes.get(place);
    }

    List<ImageShape> inputShapes(final int place) {
        return m_inputs.get(place).stream().map(m_shapes::get).toList();
    }

    List<Tensor> tensors(final int place) {
        return m_tensors.get(place);
    }

    /** All tensors, in the order of the weights. */
    List<Tensor> tensors() {
        return m_all;
    }

    /** The nodes that take the output of a place, in their order; one that takes it twice stands there twice. */
    List<Integer> readers(final int place) {
        return m_readers.get(place);
    }
}
