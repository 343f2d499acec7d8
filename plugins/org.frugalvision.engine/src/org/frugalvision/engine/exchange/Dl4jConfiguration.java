// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.HashMap;
import java.util.Map;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activated;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.DataException;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A network of ours in DL4J's own layers, so that DL4J alone can restore it. An activation that a layer of DL4J does
 * not have itself becomes a layer behind it.
 */
final class Dl4jConfiguration {

    /** What DL4J goes on training with unless told otherwise. */
    private static final double LEARNING_RATE = 1e-3;

    private final GraphBuilder m_graph;

    /** Which vertex computes the output of a node. */
    private final Map<String, String> m_outputs = new HashMap<>(Map.of(Node.INPUT, Node.INPUT));

    private Dl4jConfiguration(final GraphBuilder graph) {
        m_graph = graph;
    }

    /** @throws DataException if a layer has no counterpart */
    static ComputationGraphConfiguration of(final NetworkSpec spec) {
        final ImageShape input = spec.input();
        final GraphBuilder graph = new NeuralNetConfiguration.Builder().seed(0).updater(new Adam(LEARNING_RATE))
            .convolutionMode(ConvolutionMode.Truncate).graphBuilder().addInputs(Node.INPUT)
            .setInputTypes(InputType.convolutional(input.height(), input.width(), input.channels()));
        final var configuration = new Dl4jConfiguration(graph);
        final Node last = spec.nodes().get(spec.nodes().size() - 1);
        for (final Node node : spec.nodes()) {
            if (node == last) {
                configuration.add(node, Dl4jLayers.scores(node));
            } else {
                configuration.add(node);
            }
        }
        return graph.setOutputs(last.name()).build();
    }

    private void add(final Node node) {
        final Layer layer = node.layer();
        if (layer instanceof Addition) {
            m_graph.addVertex(node.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add),
                node.inputs().stream().map(m_outputs::get).toArray(String[]::new));
            m_outputs.put(node.name(), node.name());
        } else {
            add(node, Dl4jLayers.counterpart(node));
        }
        if (layer instanceof Addition || layer instanceof BatchNormalization) {
            activate(node, Activated.of(layer));
        }
    }

    private void add(final Node node, final org.deeplearning4j.nn.conf.layers.Layer layer) {
        m_graph.addLayer(node.name(), layer, m_outputs.get(node.inputs().get(0)));
        m_outputs.put(node.name(), node.name());
    }

    private void activate(final Node node, final Activation activation) {
        if (activation != Activation.IDENTITY) {
            final String name = node.name() + " " + activation.id();
            m_graph.addLayer(name, new ActivationLayer(Dl4jLayers.function(node, activation)), node.name());
            m_outputs.put(node.name(), name);
        }
    }
}
