// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * DL4J's configuration of one of our networks. Channels come first (NCHW): with channels last, DL4J's oneDNN path gives
 * unstable results and crashes. The updater is ours, so DL4J's does nothing. Normalisation, dropout and pyramid pooling
 * are ours, too: the first because it is several times as fast, the others because DL4J's depend on global random
 * numbers or do not exist.
 */
final class GraphConfiguration {

    private final GraphBuilder m_graph;

    private final SoftmaxCrossEntropy m_loss;

    private final DropoutNoise m_noise;

    private final Scratch m_scratch = new Scratch();

    private GraphConfiguration(final GraphBuilder graph, final SoftmaxCrossEntropy loss, final DropoutNoise noise) {
        m_graph = graph;
        m_loss = loss;
        m_noise = noise;
    }

    static ComputationGraphConfiguration of(final NetworkSpec spec, final SoftmaxCrossEntropy loss,
        final DropoutNoise noise) {
        final ImageShape input = spec.input();
        final GraphBuilder graph = new NeuralNetConfiguration.Builder()
            .updater(new NoOp())
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .convolutionMode(ConvolutionMode.Truncate)
            .graphBuilder()
            .addInputs(Node.INPUT)
            .setInputTypes(InputType.convolutional(input.height(), input.width(), input.channels()));
        final var configuration = new GraphConfiguration(graph, loss, noise);
        final Map<String, ImageShape> shapes = new HashMap<>(Map.of(Node.INPUT, input));
        final Node last = spec.nodes().get(spec.nodes().size() - 1);
        for (final Node node : spec.nodes()) {
            final List<ImageShape> inputs = node.inputs().stream().map(shapes::get).toList();
            if (node == last) {
                configuration.scores(node, inputs.get(0), spec.classes());
            } else {
                configuration.add(node, inputs);
            }
            shapes.put(node.name(), node.layer().output(inputs));
        }
        return graph.setOutputs(last.name()).build();
    }

    private void scores(final Node node, final ImageShape input, final int classes) {
        layer(node, new OutputLayer.Builder(m_loss).nIn(input.size()).nOut(classes)
            .activation(Layers.function(Activation.IDENTITY)).build());
    }

    private void add(final Node node, final List<ImageShape> inputs) {
        final ImageShape input = inputs.get(0);
        if (node.layer() instanceof Addition layer) {
            addition(node, layer.activation());
        } else if (node.layer() instanceof BatchNormalization layer) {
            final int plane = input.height() * input.width();
            operation(node, () -> new BatchNormalizationOperation(layer, input.channels(), plane),
                4 * input.channels(), 0);
        } else if (node.layer() instanceof Dropout layer) {
            operation(node, () -> new DropoutOperation(node.name(), layer.rate(), input.size(), m_noise), 0, 0);
        } else if (node.layer() instanceof SpatialPyramidPooling layer) {
            operation(node, () -> new PyramidOperation(layer, input), 0, layer.output(inputs).size());
        } else {
            layer(node, Layers.of(node.layer(), input));
        }
    }

    private void addition(final Node node, final Activation activation) {
        final String sum = node.name() + " before activation";
        m_graph.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add),
            node.inputs().toArray(String[]::new));
        m_graph.addLayer(node.name(), new ActivationLayer(Layers.function(activation)), sum);
    }

    private void operation(final Node node, final Supplier<ArrayOperation> operation, final int weights,
        final int features) {
        m_graph.addVertex(node.name(), new ArrayVertexConfiguration(operation, weights, features, m_scratch),
            node.inputs().get(0));
    }

    private void layer(final Node node, final org.deeplearning4j.nn.conf.layers.Layer layer) {
        m_graph.addLayer(node.name(), layer, node.inputs().get(0));
    }
}
