// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.GlobalAveragePooling;
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
        Map.of("linear", Activation.IDENTITY, "relu", Activation.RELU, "relu6", Activation.RELU6, "sigmoid",
            Activation.SIGMOID, "swish", Activation.SWISH, "silu", Activation.SWISH, "hard_swish",
            Activation.HARD_SWISH, "hard_silu", Activation.HARD_SWISH);

    private static final int LAST_AXIS = 3;

    private static final double SIX = 6;

    private static final double WHITE = 255;

    private final Draft m_draft;

    private final KerasWeights m_weights;

    private final KerasWindows m_windows;

    private final boolean m_automaticPixels;

    private boolean m_rescaled;

    KerasTranslation(final Draft draft, final KerasWeights weights, final boolean automaticPixels) {
        m_draft = draft;
        m_weights = weights;
        m_windows = new KerasWindows(draft, weights);
        m_automaticPixels = automaticPixels;
    }

    @Override
    public Value translate(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        if (TRAINING_ONLY.contains(layer.type())) {
            return m_draft.single(layer);
        }
        return switch (layer.type()) {
            case "Conv2D", "Convolution2D" -> activated(layer, m_windows.convolution(layer));
            case "DepthwiseConv2D" -> activated(layer, m_windows.depthwise(layer));
            case "SeparableConv2D", "SeparableConvolution2D" ->
                activated(layer, m_windows.separable(layer));
            case "Dense" -> dense(layer);
            case "MaxPooling2D" -> m_windows.pooling(layer, Pooling.Kind.MAXIMUM);
            case "AveragePooling2D" -> m_windows.pooling(layer, Pooling.Kind.MEAN);
            case "GlobalAveragePooling2D" ->
                m_draft.node(layer.name(), new GlobalAveragePooling(), WeightSource.NONE, m_draft.image(layer));
            case "GlobalMaxPooling2D" -> m_draft.node(layer.name(), new SpatialPyramidPooling(List.of(1)),
                WeightSource.NONE, m_draft.image(layer));
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

    private Value dense(final ForeignLayer layer) throws UnsupportedLayerException {
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
        if (units == 1 && activation(layer).equals("sigmoid")) {
            // p(class 1) = sigmoid(x) is softmax(0, x)
            return m_draft.node(layer.name(), new Dense(2, Activation.IDENTITY),
                () -> Tensors.joined(new float[shape.size()], kernel.values(), new float[1], biases.values()), input)
                .ended();
        }
        return activated(layer, m_draft.node(layer.name(), new Dense(units, Activation.IDENTITY),
            () -> Tensors.joined(kernel.values(), biases.values()), input));
    }

    private Value normalization(final ForeignLayer layer) throws UnsupportedLayerException {
        final JsonObject settings = layer.settings();
        final Value input = m_draft.image(layer);
        final Object axis =
            settings.value("axis") instanceof List<?> list && list.size() == 1 ? list.get(0) : settings.value("axis");
        final ImageShape shape = m_draft.shape(input);
        final boolean vector = shape.height() * shape.width() == 1;
        if (!(axis instanceof Long number) || number != -1 && number != LAST_AXIS && !(vector && number == 1)) {
            throw new UnsupportedLayerException("axis " + axis);
        }
        final int channels = shape.channels();
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
        throws UnsupportedLayerException {
        final String name = activation(layer);
        if (name.equals("softmax")) {
            return value.ended();
        }
        final Activation activation = ACTIVATIONS.get(name);
        if (activation == null) {
            throw new UnsupportedLayerException("activation " + name);
        }
        return m_draft.activated(value, activation);
    }

    /** The name of a layer's activation; Keras 3 writes functions beyond its own as objects that hold the name. */
    private static String activation(final ForeignLayer layer) throws UnsupportedLayerException {
        final Object value = layer.settings().value("activation");
        final Object name = value instanceof Map<?, ?> object ? object.get("config") : value;
        if (name instanceof String text) {
            return text;
        }
        throw new UnsupportedLayerException("activation of another kind");
    }

    private Value rectified(final ForeignLayer layer) throws UnsupportedLayerException {
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

    private Value dropout(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.single(layer);
        final double rate = layer.settings().number("rate");
        return rate == 0 ? input
            : m_draft.node(layer.name(), new Dropout(rate), WeightSource.NONE, input).flattened(input.order());
    }

    private Value padding(final ForeignLayer layer) throws UnsupportedLayerException {
        KerasWindows.channelsLast(layer);
        if (layer.settings().value("padding") instanceof List<?> sides && sides.size() == 2
            && sides.get(0) instanceof List<?> rows && sides.get(1) instanceof List<?> columns && rows.size() == 2
            && columns.size() == 2) {
            return m_draft.node(layer.name(), new Padding(size(rows.get(0)), size(columns.get(0)), size(rows.get(1)),
                size(columns.get(1))), WeightSource.NONE, m_draft.image(layer));
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
    private Value rescaled(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.single(layer);
        if (m_automaticPixels && (m_rescaled || !input.node().equals(Node.INPUT))) {
            throw new UnsupportedLayerException("not the first layer: set \"Pixel values\"");
        }
        m_rescaled = true;
        return Pixels.scaled(m_draft, layer.name(), input,
            layer.settings().number("scale") * (m_automaticPixels ? WHITE : 1), layer.settings().number("offset"));
    }

    private static int size(final Object value) throws UnsupportedLayerException {
        if (!(value instanceof Long size) || size < 0 || size > Integer.MAX_VALUE) {
            throw new UnsupportedLayerException("padding of " + value);
        }
        return size.intValue();
    }
}
