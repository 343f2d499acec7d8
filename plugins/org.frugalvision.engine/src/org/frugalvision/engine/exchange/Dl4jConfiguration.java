// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.run.DataException;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

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
                configuration.add(node, new OutputLayer.Builder(new LossMCXENT()).nOut(spec.classes())
                    .activation(org.nd4j.linalg.activations.Activation.SOFTMAX).build());
            } else {
                configuration.add(node);
            }
        }
        return graph.setOutputs(last.name()).build();
    }

    private void add(final Node node) {
        final Layer layer = node.layer();
        if (layer instanceof Addition addition) {
            m_graph.addVertex(node.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add),
                node.inputs().stream().map(m_outputs::get).toArray(String[]::new));
            m_outputs.put(node.name(), node.name());
            activate(node, addition.activation());
        } else if (layer instanceof BatchNormalization normalization) {
            add(node, new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
                .eps(normalization.epsilon()).useLogStd(false).build());
            activate(node, normalization.activation());
        } else {
            add(node, counterpart(node.name(), layer));
        }
    }

    private void add(final Node node, final org.deeplearning4j.nn.conf.layers.Layer layer) {
        m_graph.addLayer(node.name(), layer, m_outputs.get(node.inputs().get(0)));
        m_outputs.put(node.name(), node.name());
    }

    private void activate(final Node node, final Activation activation) {
        if (activation != Activation.IDENTITY) {
            final String name = node.name() + " " + activation.id();
            m_graph.addLayer(name, new ActivationLayer(function(activation)), node.name());
            m_outputs.put(node.name(), name);
        }
    }

    private static org.deeplearning4j.nn.conf.layers.Layer counterpart(final String name, final Layer layer) {
        if (layer instanceof Convolution it) {
            return new ConvolutionLayer.Builder(it.kernel(), it.kernel()).stride(it.stride(), it.stride())
                .padding(it.padding(), it.padding()).nOut(it.filters()).hasBias(it.bias())
                .activation(function(it.activation())).build();
        }
        if (layer instanceof DepthwiseConvolution it) {
            return new DepthwiseConvolution2D.Builder(it.kernel(), it.kernel()).depthMultiplier(1)
                .stride(it.stride(), it.stride()).padding(it.padding(), it.padding()).hasBias(it.bias())
                .activation(function(it.activation())).build();
        }
        if (layer instanceof Dense it) {
            return new DenseLayer.Builder().nOut(it.units()).activation(function(it.activation())).build();
        }
        if (layer instanceof Pooling it) {
            return new SubsamplingLayer.Builder(it.kind() == Pooling.Kind.MAXIMUM
                ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG)
                    .kernelSize(it.kernel(), it.kernel()).stride(it.stride(), it.stride())
                    .padding(it.padding(), it.padding()).avgPoolIncludePadInDivisor(true).build();
        }
        if (layer instanceof Dropout it) {
            return new DropoutLayer(1 - it.rate()); // DL4J counts what stays
        }
        if (layer instanceof Padding it) {
            return new ZeroPaddingLayer.Builder(it.top(), it.bottom(), it.left(), it.right()).build();
        }
        if (layer instanceof SpatialPyramidPooling it) {
            if (!it.levels().equals(List.of(1))) {
                throw new DataException("Network", "node \"%s\" (%s) has no counterpart in DL4J."
                    .formatted(name, layer.description()), "Choose the format \"Frugal Vision\".",
                    "Train a network with another head.");
            }
            return new GlobalPoolingLayer.Builder(PoolingType.MAX).build();
        }
        return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }

    private static org.nd4j.linalg.activations.Activation function(final Activation activation) {
        return org.nd4j.linalg.activations.Activation.valueOf(activation.name());
    }
}
