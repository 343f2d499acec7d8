// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as programs that know only DL4J make them, a few steps trained so that no statistic is at its start. */
final class Dl4jNetworks {

    static final int CLASSES = 3;

    private static final int IMAGES = 6;

    private Dl4jNetworks() {
    }

    /** Convolutions of all kinds, both poolings, normalisation, dropout and dense layers, one after the other. */
    static MultiLayerNetwork sequence(final int side, final int channels) {
        Backend.start();
        final var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.02))
            .l2(1e-4).list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build())
            .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2)
                .build())
            .layer(new DepthwiseConvolution2D.Builder(3, 3).padding(1, 1).activation(Activation.RELU6).build())
            .layer(new BatchNormalization())
            .layer(new SeparableConvolution2D.Builder(3, 3).nOut(5).activation(Activation.IDENTITY).build())
            .layer(new ActivationLayer(Activation.RELU))
            .layer(new ZeroPaddingLayer(1, 0, 2, 1))
            .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG).kernelSize(2, 2).stride(1, 1)
                .build())
            .layer(new DropoutLayer(0.7))
            .layer(new DenseLayer.Builder().nOut(7).dropOut(0.5).activation(Activation.RELU).build())
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(CLASSES).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(side, side, channels)).build());
        network.init();
        for (int step = 0; step < 3; step++) {
            network.fit(pixels(images(new ImageShape(channels, side, side))), labels());
        }
        return network;
    }

    /** Residual blocks with normalisation, padded as TensorFlow does, on two branches of unequal length. */
    static ComputationGraph residual(final int side, final int channels) {
        Backend.start();
        final var graph = new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.02))
            .convolutionMode(ConvolutionMode.Same).graphBuilder().addInputs("image")
            .setInputTypes(InputType.convolutional(side, side, channels));
        graph.addLayer("zstem", convolution(3, 4, 1), "image")
            .addLayer("norm", new BatchNormalization(), "zstem")
            .addLayer("relu", new ActivationLayer(Activation.RELU), "norm")
            .addLayer("shortcut", convolution(1, 6, 2), "relu")
            .addLayer("conv1", convolution(3, 6, 2), "relu")
            .addLayer("norm1", new BatchNormalization.Builder().useLogStd(false).eps(1e-3).build(), "conv1")
            .addLayer("relu1", new ActivationLayer(Activation.RELU), "norm1")
            .addLayer("aconv2", convolution(3, 6, 1), "relu1")
            .addLayer("anorm2", new BatchNormalization.Builder().lockGammaBeta(true).gamma(1.5).beta(0.25).build(),
                "aconv2")
            .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "anorm2", "shortcut")
            .addLayer("relu2", new ActivationLayer(Activation.RELU), "sum")
            .addLayer("pool", new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(3, 3)
                .stride(2, 2).build(), "relu2")
            .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "pool")
            .addLayer("out", new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD).nOut(CLASSES)
                .activation(Activation.SOFTMAX).build(), "mean")
            .setOutputs("out");
        final var network = new ComputationGraph(graph.build());
        network.init();
        for (int step = 0; step < 3; step++) {
            network.fit(new INDArray[]{pixels(images(new ImageShape(channels, side, side)))},
                new INDArray[]{labels()});
        }
        return network;
    }

    static Path write(final Model network, final Path folder) throws IOException {
        final File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        return file.toPath();
    }

    /** Images of noise. */
    static ImageSet images(final ImageShape shape) {
        final RandomGenerator random = Seeds.of(7).named("noise").generator();
        final var builder = new ImageSetBuilder(shape, List.of("a"));
        for (int i = 0; i < IMAGES; i++) {
            final byte[] pixels = new byte[shape.size()];
            random.nextBytes(pixels);
            builder.add("Row" + i, pixels, 0);
        }
        return builder.build();
    }

    /** The same pixels as DL4J takes them. */
    static INDArray pixels(final ImageSet images) {
        final ImageShape shape = images.shape();
        final float[] values = new float[images.size() * shape.size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, values, i * shape.size());
        }
        return Nd4j.create(values, new long[]{images.size(), shape.channels(), shape.height(), shape.width()}, 'c');
    }

    private static ConvolutionLayer convolution(final int kernel, final int filters, final int stride) {
        return new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride).nOut(filters)
            .hasBias(filters == 4).activation(Activation.IDENTITY).build();
    }

    private static INDArray labels() {
        final float[] rows = new float[IMAGES * CLASSES];
        for (int i = 0; i < IMAGES; i++) {
            rows[i * CLASSES + i % CLASSES] = 1;
        }
        return Nd4j.create(rows, new long[]{IMAGES, CLASSES}, 'c');
    }
}
