// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.run.DataException;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The layers of ours that are one layer of DL4J: one line each. All others are refused by name. */
final class Dl4jLayers {

    private static final Map<Class<?>, Counterpart> COUNTERPARTS = Map.of( //
        Convolution.class, node -> convolution(node, (Convolution)node.layer()), //
        DepthwiseConvolution.class, node -> depthwise(node, (DepthwiseConvolution)node.layer()), //
        Dense.class, node -> dense(node, (Dense)node.layer()), //
        BatchNormalization.class, node -> normalization((BatchNormalization)node.layer()), //
        Pooling.class, node -> pooling((Pooling)node.layer()), //
        Dropout.class, node -> new DropoutLayer(1 - ((Dropout)node.layer()).rate()), // DL4J counts what stays
        Padding.class, node -> padding((Padding)node.layer()), //
        SpatialPyramidPooling.class, node -> pyramid(node, (SpatialPyramidPooling)node.layer()), //
        GlobalAveragePooling.class, node -> new GlobalPoolingLayer.Builder(PoolingType.AVG).build());

    private static final Map<Activation, org.nd4j.linalg.activations.Activation> FUNCTIONS = Map.of( //
        Activation.IDENTITY, org.nd4j.linalg.activations.Activation.IDENTITY, //
        Activation.RELU, org.nd4j.linalg.activations.Activation.RELU, //
        Activation.RELU6, org.nd4j.linalg.activations.Activation.RELU6, //
        Activation.SIGMOID, org.nd4j.linalg.activations.Activation.SIGMOID, //
        Activation.SWISH, org.nd4j.linalg.activations.Activation.SWISH);

    private Dl4jLayers() {
    }

    /** Makes DL4J's layer for a node. */
    @FunctionalInterface
    private interface Counterpart {

        Layer of(Node node);
    }

    /** @throws DataException if the scores come from anything but a dense layer, as they must in DL4J */
    static Layer scores(final Node node) {
        if (node.layer() instanceof Dense dense) {
            return new OutputLayer.Builder(new LossMCXENT()).nOut(dense.units())
                .activation(org.nd4j.linalg.activations.Activation.SOFTMAX).build();
        }
        throw none(node, node.layer().description() + " for scores");
    }

    /** @throws DataException if DL4J has no such layer */
    static Layer counterpart(final Node node) {
        final Counterpart counterpart = COUNTERPARTS.get(node.layer().getClass());
        if (counterpart == null) {
            throw none(node, node.layer().description());
        }
        return counterpart.of(node);
    }

    /** @throws DataException if DL4J has no such activation */
    static org.nd4j.linalg.activations.Activation function(final Node node, final Activation activation) {
        if (!FUNCTIONS.containsKey(activation)) {
            throw none(node, "activation " + activation.id());
        }
        return FUNCTIONS.get(activation);
    }

    private static Layer convolution(final Node node, final Convolution it) {
        return new ConvolutionLayer.Builder(it.kernel(), it.kernel()).stride(it.stride(), it.stride())
            .padding(it.padding(), it.padding()).nOut(it.filters()).hasBias(it.bias())
            .activation(function(node, it.activation())).build();
    }

    private static Layer depthwise(final Node node, final DepthwiseConvolution it) {
        return new DepthwiseConvolution2D.Builder(it.kernel(), it.kernel()).depthMultiplier(1)
            .stride(it.stride(), it.stride()).padding(it.padding(), it.padding()).hasBias(it.bias())
            .activation(function(node, it.activation())).build();
    }

    private static Layer dense(final Node node, final Dense it) {
        return new DenseLayer.Builder().nOut(it.units()).activation(function(node, it.activation())).build();
    }

    private static Layer normalization(final BatchNormalization it) {
        return new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder().eps(it.epsilon()).useLogStd(false)
            .build();
    }

    private static Layer pooling(final Pooling it) {
        return new SubsamplingLayer.Builder(it.kind() == Pooling.Kind.MAXIMUM ? SubsamplingLayer.PoolingType.MAX
            : SubsamplingLayer.PoolingType.AVG).kernelSize(it.kernel(), it.kernel()).stride(it.stride(), it.stride())
                .padding(it.padding(), it.padding()).avgPoolIncludePadInDivisor(true).build();
    }

    private static Layer padding(final Padding it) {
        return new ZeroPaddingLayer.Builder(it.top(), it.bottom(), it.left(), it.right()).build();
    }

    private static Layer pyramid(final Node node, final SpatialPyramidPooling it) {
        if (!it.levels().equals(List.of(1))) {
            throw none(node, it.description());
        }
        return new GlobalPoolingLayer.Builder(PoolingType.MAX).build();
    }

    private static DataException none(final Node node, final String what) {
        return new DataException("Network", "node \"%s\" (%s) has no counterpart in DL4J.".formatted(node.name(), what),
            "Choose the format \"Frugal Vision\".", "Train another architecture, or one with another head.");
    }
}
