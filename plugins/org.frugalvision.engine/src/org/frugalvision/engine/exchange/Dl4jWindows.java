// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Pooling;

/** DL4J's layers with windows, convolution and pooling, in our terms. Biases stand before weights in DL4J. */
final class Dl4jWindows {

    private final Draft m_draft;

    private final Coefficients m_coefficients;

    Dl4jWindows(final Draft draft, final Coefficients coefficients) {
        m_draft = draft;
        m_coefficients = coefficients;
    }

    Value convolution(final ForeignLayer layer, final Value input)
        throws UnsupportedLayerException {
        final JsonObject settings = layer.settings();
        final Sliding sliding = sliding(layer);
        final int filters = settings.integer("nout");
        final boolean bias = settings.flag("hasBias");
        final Activation activation = Dl4jActivations.of(layer);
        fits(layer, m_draft.shape(input).channels());
        final var biases = m_coefficients.take(bias ? filters : 0);
        final var weights = m_coefficients.take(product(filters, settings.integer("nin"), sliding.kernel()));
        return Windows.convolution(m_draft, layer.name(), input, sliding,
            padding -> new Convolution(filters, sliding.kernel(), sliding.stride(), padding, bias, activation),
            () -> Tensors.joined(weights.values(), biases.values()));
    }

    Value depthwise(final ForeignLayer layer, final Value input)
        throws UnsupportedLayerException {
        final Sliding sliding = sliding(layer);
        final int channels = channels(layer, input);
        final boolean bias = layer.settings().flag("hasBias");
        final Activation activation = Dl4jActivations.of(layer);
        final var biases = m_coefficients.take(bias ? channels : 0);
        final var weights = m_coefficients.take(product(channels, 1, sliding.kernel()));
        return Windows.convolution(m_draft, layer.name(), input, sliding,
            padding -> new DepthwiseConvolution(sliding.kernel(), sliding.stride(), padding, bias, activation),
            () -> Tensors.joined(Tensors.transposed(weights.values(), sliding.kernel() * sliding.kernel()),
                biases.values()));
    }

    Value separable(final ForeignLayer layer, final Value input)
        throws UnsupportedLayerException {
        final Sliding sliding = sliding(layer);
        final int channels = channels(layer, input);
        final int filters = layer.settings().integer("nout");
        final boolean bias = layer.settings().flag("hasBias");
        final Activation activation = Dl4jActivations.of(layer);
        final var biases = m_coefficients.take(bias ? filters : 0);
        final var depthwise = m_coefficients.take(product(channels, 1, sliding.kernel()));
        final var pointwise = m_coefficients.take(product(filters, channels, 1));
        final Value middle = Windows.convolution(m_draft, layer.name() + "-depthwise", input, sliding,
            padding -> new DepthwiseConvolution(sliding.kernel(), sliding.stride(), padding, false,
                Activation.IDENTITY), depthwise::values);
        return m_draft.node(layer.name(), new Convolution(filters, 1, 1, 0, bias, activation),
            () -> Tensors.joined(pointwise.values(), biases.values()), middle);
    }

    Value pooling(final ForeignLayer layer) throws UnsupportedLayerException {
        final JsonObject settings = layer.settings();
        final Pooling.Kind kind = switch (settings.text("poolingType")) {
            case "MAX" -> Pooling.Kind.MAXIMUM;
            case "AVG" -> Pooling.Kind.MEAN;
            default -> throw new UnsupportedLayerException("pooling " + settings.text("poolingType"));
        };
        return Windows.pooling(m_draft, layer.name(), m_draft.single(layer), sliding(layer), kind,
            settings.has("avgPoolIncludePadInDivisor") && settings.flag("avgPoolIncludePadInDivisor"));
    }

    private static Sliding sliding(final ForeignLayer layer)
        throws UnsupportedLayerException {
        final JsonObject settings = layer.settings();
        final String mode = settings.text("convolutionMode");
        if (mode.equals("Causal")) {
            throw new UnsupportedLayerException("causal");
        }
        channelsFirst(layer, "cnn2dDataFormat");
        return Sliding.of(settings.integers("kernelSize"), settings.integers("stride"),
            settings.integers("dilation"), mode.equals("Same"), settings.integers("padding"));
    }

    private int channels(final ForeignLayer layer, final Value input)
        throws UnsupportedLayerException {
        if (layer.settings().integer("depthMultiplier") != 1) {
            throw new UnsupportedLayerException(
                "depth multiplier of " + layer.settings().integer("depthMultiplier"));
        }
        fits(layer, m_draft.shape(input).channels());
        return m_draft.shape(input).channels();
    }

    private static long product(final int filters, final int channels, final int kernel) {
        return Math.multiplyExact(Math.multiplyExact((long)filters, channels), (long)kernel * kernel);
    }

    static void channelsFirst(final ForeignLayer layer, final String key)
        throws UnsupportedLayerException {
        if (layer.settings().has(key) && !layer.settings().text(key).equals("NCHW")) {
            throw new UnsupportedLayerException("data format " + layer.settings().text(key));
        }
    }

    static void fits(final ForeignLayer layer, final int inputs) {
        if (layer.settings().integer("nin") != inputs) {
            throw new IllegalArgumentException("it takes %,d values or channels, but gets %,d; check the image size"
                .formatted(layer.settings().integer("nin"), inputs));
        }
    }
}
