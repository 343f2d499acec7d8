// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.frugalvision.engine.image.ImageShape;

/** DL4J's configurations of those of our layers that DL4J computes. */
final class Layers {

    private Layers() {
    }

    static org.deeplearning4j.nn.conf.layers.Layer of(final Layer layer, final ImageShape input) {
        if (layer instanceof Convolution convolution) {
            return convolution(convolution, input.channels());
        }
        if (layer instanceof DepthwiseConvolution depthwise) {
            return depthwise(depthwise, input.channels());
        }
        if (layer instanceof Pooling pooling) {
            return pooling(pooling);
        }
        if (layer instanceof GlobalAveragePooling) {
            return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
        }
        if (layer instanceof Padding padding) {
            return new ZeroPaddingLayer.Builder(padding.top(), padding.bottom(), padding.left(), padding.right())
                .build();
        }
        final Dense dense = (Dense)layer;
        return new DenseLayer.Builder().nIn(input.size()).nOut(dense.units())
            .activation(function(dense.activation())).build();
    }

    static org.nd4j.linalg.activations.Activation function(final Activation activation) {
        return switch (activation) {
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
            case RELU6 -> org.nd4j.linalg.activations.Activation.RELU6;
        };
    }

    private static ConvolutionLayer convolution(final Convolution layer, final int channels) {
        return new ConvolutionLayer.Builder(layer.kernel(), layer.kernel())
            .stride(layer.stride(), layer.stride()).padding(layer.padding(), layer.padding())
            .nIn(channels).nOut(layer.filters()).hasBias(layer.bias())
            .activation(function(layer.activation())).build();
    }

    private static DepthwiseConvolution2D depthwise(final DepthwiseConvolution layer, final int channels) {
        return new DepthwiseConvolution2D.Builder(layer.kernel(), layer.kernel()).depthMultiplier(1)
            .stride(layer.stride(), layer.stride()).padding(layer.padding(), layer.padding())
            .nIn(channels).nOut(channels).hasBias(layer.bias())
            .activation(function(layer.activation())).build();
    }

    private static SubsamplingLayer pooling(final Pooling layer) {
        return new SubsamplingLayer.Builder(layer.kind() == Pooling.Kind.MAXIMUM
            ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG)
                .kernelSize(layer.kernel(), layer.kernel()).stride(layer.stride(), layer.stride())
                .padding(layer.padding(), layer.padding()).avgPoolIncludePadInDivisor(true).build();
    }
}
