// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Pooling;

/** Keras's layers with windows, convolution and pooling, in our terms; activations are left to the caller. */
final class KerasWindows {

    private final Draft m_draft;

    private final KerasWeights m_weights;

    KerasWindows(final Draft draft, final KerasWeights weights) {
        m_draft = draft;
        m_weights = weights;
    }

    Value convolution(final ForeignLayer layer) throws UnsupportedLayerException {
        final JsonObject settings = layer.settings();
        if (settings.has("groups") && settings.integer("groups") != 1) {
            throw new UnsupportedLayerException("groups");
        }
        final Value input = m_draft.image(layer);
        final Sliding sliding = sliding(layer, "kernel_size", "strides");
        final int filters = settings.integer("filters");
        final boolean bias = settings.flag("use_bias");
        final int channels = m_draft.shape(input).channels();
        final int side = sliding.kernel();
        return Windows.convolution(m_draft, layer.name(), input, sliding,
            padding -> new Convolution(filters, side, sliding.stride(), padding, bias, Activation.IDENTITY),
            () -> Tensors.joined(KerasLayout.convolution(
                m_weights.of(layer.name(), "kernel", side, side, channels, filters), channels, filters),
                bias ? m_weights.of(layer.name(), "bias", filters) : new float[0]));
    }

    Value depthwise(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.image(layer);
        final boolean bias = layer.settings().flag("use_bias");
        final int channels = m_draft.shape(input).channels();
        return depthwise(layer, layer.name(), input, bias, () -> bias
            ? m_weights.of(layer.name(), "bias", channels) : new float[0]);
    }

    Value separable(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.image(layer);
        final int channels = m_draft.shape(input).channels();
        final int filters = layer.settings().integer("filters");
        final boolean bias = layer.settings().flag("use_bias");
        final Value middle =
            depthwise(layer, layer.name() + "-depthwise", input, false, WeightSource.NONE);
        return m_draft.node(layer.name(),
            new Convolution(filters, 1, 1, 0, bias, Activation.IDENTITY),
            () -> Tensors.joined(KerasLayout.convolution(
                m_weights.of(layer.name(), "pointwise_kernel", 1, 1, channels, filters), channels, filters),
                bias ? m_weights.of(layer.name(), "bias", filters) : new float[0]),
            middle);
    }

    private Value depthwise(final ForeignLayer layer, final String name, final Value input, final boolean bias,
        final WeightSource biases) throws UnsupportedLayerException {
        if (layer.settings().integer("depth_multiplier") != 1) {
            throw new UnsupportedLayerException(
                "depth multiplier of " + layer.settings().integer("depth_multiplier"));
        }
        final Sliding sliding = sliding(layer, "kernel_size", "strides");
        final int channels = m_draft.shape(input).channels();
        final int side = sliding.kernel();
        return Windows.convolution(m_draft, name, input, sliding,
            padding -> new DepthwiseConvolution(side, sliding.stride(), padding, bias, Activation.IDENTITY),
            () -> Tensors.joined(Tensors.transposed(
                m_weights.of(layer.name(), "depthwise_kernel", side, side, channels, 1), side * side),
                biases.values()));
    }

    Value pooling(final ForeignLayer layer, final Pooling.Kind kind)
        throws UnsupportedLayerException {
        return Windows.pooling(m_draft, layer.name(), m_draft.image(layer),
            sliding(layer, "pool_size", layer.settings().has("strides") ? "strides" : "pool_size"), kind, false);
    }

    private static Sliding sliding(final ForeignLayer layer, final String kernel, final String stride)
        throws UnsupportedLayerException {
        channelsLast(layer);
        final JsonObject settings = layer.settings();
        final String padding = settings.text("padding");
        if (!padding.equals("same") && !padding.equals("valid")) {
            throw new UnsupportedLayerException("padding " + padding);
        }
        return Sliding.of(settings.integers(kernel), settings.integers(stride),
            settings.has("dilation_rate") ? settings.integers("dilation_rate") : List.of(1, 1),
            padding.equals("same"), List.of(0, 0));
    }

    static void channelsLast(final ForeignLayer layer)
        throws UnsupportedLayerException {
        if (layer.settings().has("data_format") && !layer.settings().text("data_format").equals("channels_last")) {
            throw new UnsupportedLayerException("data format " + layer.settings().text("data_format"));
        }
    }
}
