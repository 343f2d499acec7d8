// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * DL4J's configuration of one of our networks. Channels come first (NCHW): with channels last, DL4J's oneDNN path gives
 * unstable results and crashes. The updater is ours, so DL4J's does nothing.
 */
final class GraphConfiguration {

    private GraphConfiguration() {
    }

    static ComputationGraphConfiguration of(final NetworkSpec spec, final SoftmaxCrossEntropy loss) {
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
        final Map<String, ImageShape> shapes = new HashMap<>(Map.of(Node.INPUT, input));
        final Node last = spec.nodes().get(spec.nodes().size() - 1);
        for (final Node node : spec.nodes()) {
            final List<ImageShape> inputs = node.inputs().stream().map(shapes::get).toList();
            final var layer = node == last ? scores(inputs.get(0), spec.classes(), loss) : layer(node, inputs.get(0));
            graph.addLayer(node.name(), layer, node.inputs().toArray(String[]::new));
            shapes.put(node.name(), node.layer().output(inputs));
        }
        return graph.setOutputs(last.name()).build();
    }

    private static OutputLayer scores(final ImageShape input, final int classes, final SoftmaxCrossEntropy loss) {
        return new OutputLayer.Builder(loss).nIn(input.size()).nOut(classes)
            .activation(function(Activation.IDENTITY)).build();
    }

    private static org.deeplearning4j.nn.conf.layers.Layer layer(final Node node, final ImageShape input) {
        if (node.layer() instanceof Convolution layer) {
            return new ConvolutionLayer.Builder(layer.kernel(), layer.kernel())
                .stride(layer.stride(), layer.stride()).padding(layer.padding(), layer.padding())
                .nIn(input.channels()).nOut(layer.filters()).hasBias(layer.bias())
                .activation(function(layer.activation())).build();
        }
        if (node.layer() instanceof Pooling layer) {
            return new SubsamplingLayer.Builder(layer.kind() == Pooling.Kind.MAXIMUM
                ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG)
                    .kernelSize(layer.kernel(), layer.kernel()).stride(layer.stride(), layer.stride())
                    .padding(layer.padding(), layer.padding()).avgPoolIncludePadInDivisor(true).build();
        }
        final Dense layer = (Dense)node.layer();
        return new DenseLayer.Builder().nIn(input.size()).nOut(layer.units())
            .activation(function(layer.activation())).build();
    }

    private static org.nd4j.linalg.activations.Activation function(final Activation activation) {
        return switch (activation) {
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
        };
    }
}
