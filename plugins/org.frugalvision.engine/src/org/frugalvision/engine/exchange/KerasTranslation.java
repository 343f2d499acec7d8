// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.JsonObject;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/** Keras's layers in our terms. */
final class KerasTranslation implements Draft.Translation {

    private static final Set<String> TRAINING_ONLY = Set.of("SpatialDropout2D", "GaussianNoise", "GaussianDropout",
        "ActivityRegularization", "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation",
        "RandomContrast", "RandomBrightness", "RandomHeight", "RandomWidth");

    private static final Map<String, Activation> ACTIVATIONS =
        Map.of("linear", Activation.IDENTITY, "relu", Activation.RELU, "relu6", Activation.RELU6);

    private static final double SIX = 6;

    private static final double WHITE = 255;

    private final Draft m_draft;

    private final KerasWeights m_weights;

    private final boolean m_automaticPixels;

    KerasTranslation(final Draft draft, final KerasWeights weights, final boolean automaticPixels) {
        m_draft = draft;
        m_weights = weights;
        m_automaticPixels = automaticPixels;
    }

    @Override
    public Value translate(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        if (TRAINING_ONLY.contains(layer.type())) {
            return m_draft.single(layer);
        }
        return switch (layer.type()) {
            case "Conv2D", "Convolution2D" -> convolution(layer);
            case "DepthwiseConv2D" -> depthwise(layer);
            case "SeparableConv2D", "SeparableConvolution2D" -> separable(layer);
            case "Dense" -> dense(layer);
            case "MaxPooling2D" -> pooling(layer, Pooling.Kind.MAXIMUM);
            case "AveragePooling2D" -> pooling(layer, Pooling.Kind.MEAN);
            case "GlobalAveragePooling2D" ->
                m_draft.node(layer.name(), new GlobalAveragePooling(), WeightSource.NONE, image(layer));
            case "GlobalMaxPooling2D" -> m_draft.node(layer.name(), new SpatialPyramidPooling(List.of(1)),
                WeightSource.NONE, image(layer));
            case "BatchNormalization" -> normalization(layer);
            case "Activation" -> activated(layer, m_draft.single(layer));
            case "ReLU" -> rectified(layer);
            case "Softmax" -> m_draft.single(layer).ended();
            case "Dropout" -> dropout(layer);
            case "Flatten" -> m_draft.single(layer).flattened(Value.Order.CHANNELS_LAST);
            case "ZeroPadding2D" -> padding(layer);
            case "Add" -> addition(layer);
            case "Rescaling" -> rescaled(layer);
            default -> throw new UnsupportedLayerException("");
        };
    }

    private Value convolution(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final JsonObject settings = layer.settings();
        if (settings.has("groups") && settings.integer("groups") != 1) {
            throw new UnsupportedLayerException("groups");
        }
        final Value input = image(layer);
        final Sliding sliding = sliding(layer, "kernel_size", "strides");
        final int filters = settings.integer("filters");
        final boolean bias = settings.flag("use_bias");
        final int channels = m_draft.shape(input).channels();
        final int side = sliding.kernel();
        return activated(layer, Windows.convolution(m_draft, layer.name(), input, sliding,
            padding -> new Convolution(filters, side, sliding.stride(), padding, bias, Activation.IDENTITY),
            () -> Tensors.joined(KerasLayout.convolution(
                m_weights.of(layer.name(), "kernel", side, side, channels, filters), channels, filters),
                bias ? m_weights.of(layer.name(), "bias", filters) : new float[0])));
    }

    private Value depthwise(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final Value input = image(layer);
        final boolean bias = layer.settings().flag("use_bias");
        final int channels = m_draft.shape(input).channels();
        return activated(layer, depthwise(layer, layer.name(), input, bias, () -> bias
            ? m_weights.of(layer.name(), "bias", channels) : new float[0]));
    }

    private Value separable(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final Value input = image(layer);
        final int channels = m_draft.shape(input).channels();
        final int filters = layer.settings().integer("filters");
        final boolean bias = layer.settings().flag("use_bias");
        final Value middle =
            depthwise(layer, layer.name() + "-depthwise", input, false, WeightSource.NONE);
        return activated(layer, m_draft.node(layer.name(),
            new Convolution(filters, 1, 1, 0, bias, Activation.IDENTITY),
            () -> Tensors.joined(KerasLayout.convolution(
                m_weights.of(layer.name(), "pointwise_kernel", 1, 1, channels, filters), channels, filters),
                bias ? m_weights.of(layer.name(), "bias", filters) : new float[0]),
            middle));
    }

    private Value depthwise(final ForeignLayer layer, final String name, final Value input, final boolean bias,
        final WeightSource biases) throws UnsupportedLayerException, NetworkFormatException {
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

    private Value dense(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final Value input = m_draft.single(layer);
        final ImageShape shape = m_draft.shape(input);
        if (input.order() == Value.Order.NONE && shape.height() * shape.width() > 1) {
            throw new UnsupportedLayerException("of an image that is not flattened");
        }
        final int units = layer.settings().integer("units");
        final boolean bias = layer.settings().flag("use_bias");
        final WeightSource kernel = () -> KerasLayout.dense(
            m_weights.of(layer.name(), "kernel", shape.size(), units), shape,
            input.order() == Value.Order.CHANNELS_LAST);
        final WeightSource biases =
            () -> bias ? m_weights.of(layer.name(), "bias", units) : new float[units];
        if (units == 1 && layer.settings().text("activation").equals("sigmoid")) {
            // p(class 1) = sigmoid(x) is softmax(0, x)
            return m_draft.node(layer.name(), new Dense(2, Activation.IDENTITY),
                () -> Tensors.joined(new float[shape.size()], kernel.values(), new float[1], biases.values()), input)
                .ended();
        }
        return activated(layer, m_draft.node(layer.name(), new Dense(units, Activation.IDENTITY),
            () -> Tensors.joined(kernel.values(), biases.values()), input));
    }

    private Value pooling(final ForeignLayer layer, final Pooling.Kind kind)
        throws UnsupportedLayerException, NetworkFormatException {
        return Windows.pooling(m_draft, layer.name(), image(layer),
            sliding(layer, "pool_size", layer.settings().has("strides") ? "strides" : "pool_size"), kind, false);
    }

    private Value normalization(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final JsonObject settings = layer.settings();
        final Value input = m_draft.single(layer);
        if (m_draft.flat(input)) {
            throw new UnsupportedLayerException("of a flattened image");
        }
        final Object axis =
            settings.value("axis") instanceof List<?> list && list.size() == 1 ? list.get(0) : settings.value("axis");
        final long last = input.order() == Value.Order.NONE && m_draft.layer(input) instanceof Dense ? 1 : 3;
        if (!(axis instanceof Long number) || number != -1 && number != last) {
            throw new UnsupportedLayerException("axis " + axis);
        }
        final int channels = m_draft.shape(input).channels();
        final boolean scale = settings.flag("scale");
        final boolean center = settings.flag("center");
        return m_draft.node(layer.name(), new BatchNormalization(settings.number("epsilon"), Activation.IDENTITY),
            () -> Tensors.joined(
                scale ? m_weights.of(layer.name(), "gamma", channels) : Tensors.filled(channels, 1),
                center ? m_weights.of(layer.name(), "beta", channels) : new float[channels],
                m_weights.of(layer.name(), "moving_mean", channels),
                m_weights.of(layer.name(), "moving_variance", channels)),
            input);
    }

    private Value activated(final ForeignLayer layer, final Value value)
        throws UnsupportedLayerException, NetworkFormatException {
        final String name = layer.settings().text("activation");
        if (name.equals("softmax")) {
            return value.ended();
        }
        final Activation activation = ACTIVATIONS.get(name);
        if (activation == null) {
            throw new UnsupportedLayerException("activation " + name);
        }
        return m_draft.activated(value, activation);
    }

    private Value rectified(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final JsonObject settings = layer.settings();
        for (final String key : List.of("negative_slope", "threshold")) {
            if (settings.has(key) && settings.number(key) != 0) {
                throw new UnsupportedLayerException(key + " of " + settings.number(key));
            }
        }
        if (settings.has("max_value") && settings.number("max_value") != SIX) {
            throw new UnsupportedLayerException("max_value of " + settings.number("max_value"));
        }
        return m_draft.activated(m_draft.single(layer),
            settings.has("max_value") ? Activation.RELU6 : Activation.RELU);
    }

    private Value dropout(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final Value input = m_draft.single(layer);
        final double rate = layer.settings().number("rate");
        return rate == 0 ? input
            : m_draft.node(layer.name(), new Dropout(rate), WeightSource.NONE, input).flattened(input.order());
    }

    private Value padding(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        channelsLast(layer);
        if (layer.settings().value("padding") instanceof List<?> sides && sides.size() == 2
            && sides.get(0) instanceof List<?> rows && sides.get(1) instanceof List<?> columns && rows.size() == 2
            && columns.size() == 2) {
            return m_draft.node(layer.name(), new Padding(size(rows.get(0)), size(columns.get(0)), size(rows.get(1)),
                size(columns.get(1))), WeightSource.NONE, image(layer));
        }
        throw new UnsupportedLayerException("padding of " + layer.settings().value("padding"));
    }

    private Value addition(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value[] inputs = new Value[layer.inputs().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = m_draft.value(layer.inputs().get(i));
            if (m_draft.flat(inputs[i])) {
                throw new UnsupportedLayerException("of flattened images");
            }
        }
        return m_draft.node(layer.name(), new Addition(Activation.IDENTITY), WeightSource.NONE, inputs);
    }

    /** Keras gives a layer that rescales the image pixels from 0 to 255, unless the user says something else. */
    private Value rescaled(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        final Value input = m_draft.single(layer);
        final boolean first = m_automaticPixels && input.node().equals(Node.INPUT);
        return Pixels.scaled(m_draft, layer.name(), input, layer.settings().number("scale") * (first ? WHITE : 1),
            layer.settings().number("offset"));
    }

    private Value image(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.single(layer);
        if (m_draft.flat(input)) {
            throw new UnsupportedLayerException("of a flattened image");
        }
        return input;
    }

    private static Sliding sliding(final ForeignLayer layer, final String kernel, final String stride)
        throws UnsupportedLayerException, NetworkFormatException {
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

    private static void channelsLast(final ForeignLayer layer)
        throws UnsupportedLayerException, NetworkFormatException {
        if (layer.settings().has("data_format") && !layer.settings().text("data_format").equals("channels_last")) {
            throw new UnsupportedLayerException("data format " + layer.settings().text("data_format"));
        }
    }

    private static int size(final Object value) throws UnsupportedLayerException {
        if (!(value instanceof Long size) || size < 0 || size > Integer.MAX_VALUE) {
            throw new UnsupportedLayerException("padding of " + value);
        }
        return size.intValue();
    }
}
