// SPDX-License-Identifier: Apache-2.0

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageSet;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The wide LeNet as DL4J itself trains it, from batches that lie ready in native memory. */
final class BareDl4j {

    private final ComputationGraph m_graph;

    private final List<DataSet> m_batches = new ArrayList<>();

    BareDl4j(final ImageSet images) {
        Backend.start().useOneThread();
        final int size = images.shape().size();
        for (int from = 0; from < images.size(); from += 64) {
            final int count = Math.min(64, images.size() - from);
            final float[] pixels = new float[count * size];
            final float[] rows = new float[count * 10];
            for (int i = 0; i < count; i++) {
                images.readPixels(from + i, pixels, i * size);
                rows[10 * i + images.label(from + i)] = 1;
            }
            m_batches.add(new DataSet(Nd4j.create(pixels, new long[]{count, 1, 28, 28}, 'c'),
                Nd4j.create(rows, new long[]{count, 10}, 'c')));
        }
        m_graph = new ComputationGraph(new NeuralNetConfiguration.Builder().updater(new Adam(1e-3)).graphBuilder()
            .addInputs("input").setInputTypes(InputType.convolutional(28, 28, 1))
            .addLayer("conv1", convolution(20), "input").addLayer("pool1", pooling(), "conv1")
            .addLayer("conv2", convolution(50), "pool1").addLayer("pool2", pooling(), "conv2")
            .addLayer("dense1", new DenseLayer.Builder().nOut(500).activation(Activation.RELU).build(), "pool2")
            .addLayer("scores", new OutputLayer.Builder(new LossMCXENT()).nOut(10).activation(Activation.SOFTMAX)
                .build(), "dense1")
            .setOutputs("scores").build());
        m_graph.init();
    }

    /** One epoch. */
    void train() {
        m_batches.forEach(m_graph::fit);
    }

    private static ConvolutionLayer convolution(final int filters) {
        return new ConvolutionLayer.Builder(5, 5).nOut(filters).activation(Activation.RELU).build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
    }
}
