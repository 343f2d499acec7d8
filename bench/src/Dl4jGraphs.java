// SPDX-License-Identifier: Apache-2.0

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The two networks as a program that uses DL4J alone would build them. */
final class Dl4jGraphs {

    private Dl4jGraphs() {
    }

    static ComputationGraph lenet() {
        final GraphBuilder graph = builder(ConvolutionMode.Truncate, InputType.convolutional(28, 28, 1));
        graph.addLayer("conv1", wide(20), "input").addLayer("pool1", pooling(), "conv1")
            .addLayer("conv2", wide(50), "pool1").addLayer("pool2", pooling(), "conv2")
            .addLayer("dense1", new DenseLayer.Builder().nOut(500).activation(Activation.RELU).build(), "pool2");
        return graph(graph, "dense1");
    }

    static ComputationGraph resnet8() {
        final GraphBuilder graph = builder(ConvolutionMode.Same, InputType.convolutional(32, 32, 3));
        String last = normalised(graph, "stem", "input", 3, 16, 1, true);
        for (int stage = 1; stage <= 3; stage++) {
            final int filters = 8 << stage;
            final int stride = stage == 1 ? 1 : 2;
            final String name = "stage" + stage;
            final String shortcut =
                stage == 1 ? last : normalised(graph, name + "-shortcut", last, 1, filters, stride, false);
            final String first = normalised(graph, name + "-conv1", last, 3, filters, stride, true);
            final String second = normalised(graph, name + "-conv2", first, 3, filters, 1, false);
            graph.addVertex(name + "-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), second, shortcut);
            graph.addLayer(name, new ActivationLayer(Activation.RELU), name + "-sum");
            last = name;
        }
        graph.addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), last);
        return graph(graph, "mean");
    }

    private static GraphBuilder builder(final ConvolutionMode mode, final InputType input) {
        return new NeuralNetConfiguration.Builder().updater(new Adam(1e-3)).convolutionMode(mode).graphBuilder()
            .addInputs("input").setInputTypes(input);
    }

    private static ComputationGraph graph(final GraphBuilder graph, final String last) {
        graph.addLayer("scores", new OutputLayer.Builder(new LossMCXENT()).nOut(BenchNetwork.CLASSES)
            .activation(Activation.SOFTMAX).build(), last).setOutputs("scores");
        final ComputationGraph built = new ComputationGraph(graph.build());
        built.init();
        return built;
    }

    private static ConvolutionLayer wide(final int filters) {
        return new ConvolutionLayer.Builder(5, 5).nOut(filters).activation(Activation.RELU).build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
    }

    private static String normalised(final GraphBuilder graph, final String name, final String input,
        final int kernel, final int filters, final int stride, final boolean relu) {
        graph.addLayer(name, new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride).nOut(filters)
            .hasBias(false).activation(Activation.IDENTITY).build(), input);
        graph.addLayer(name + "-norm", new BatchNormalization(), name);
        if (!relu) {
            return name + "-norm";
        }
        graph.addLayer(name + "-relu", new ActivationLayer(Activation.RELU), name + "-norm");
        return name + "-relu";
    }
}
