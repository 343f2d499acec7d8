// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.math.BigDecimal;
import java.util.List;
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
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/**
 * DL4J's layers in our terms. Order of a layer's weights in DL4J: dense layers weights, then biases; normalisation
 * scale, shift, mean and variance.
 */
final class Dl4jTranslation implements Draft.Translation {

    private static final Set<String> CLASSIFICATION =
        Set.of("LossMCXENT", "LossNegativeLogLikelihood", "LossSparseMCXENT");

    private final Draft m_draft;

    private final Coefficients m_coefficients;

    private final Dl4jWindows m_windows;

    Dl4jTranslation(final Draft draft, final Coefficients coefficients) {
        m_draft = draft;
        m_coefficients = coefficients;
        m_windows = new Dl4jWindows(draft, coefficients);
    }

    @Override
    public Value translate(final ForeignLayer layer) throws UnsupportedLayerException, NetworkFormatException {
        return switch (layer.type()) {
            case "ConvolutionLayer", "Convolution2D" -> m_windows.convolution(layer, dropped(layer));
            case "DepthwiseConvolution2D" -> m_windows.depthwise(layer, dropped(layer));
            case "SeparableConvolution2D" -> m_windows.separable(layer, dropped(layer));
            case "SubsamplingLayer" -> m_windows.pooling(layer);
            case "DenseLayer" -> dense(layer, Dl4jActivations.of(layer));
            case "OutputLayer" -> output(layer);
            case "LossLayer" -> loss(layer);
            case "BatchNormalization" -> normalization(layer);
            case "ActivationLayer" -> activation(layer);
            case "DropoutLayer" -> dropped(layer);
            case "GlobalPoolingLayer" -> global(layer);
            case "ZeroPaddingLayer" -> padding(layer);
            case "ElementWiseVertex" -> addition(layer);
            case "CnnToFeedForwardPreProcessor" -> flattened(layer);
            case "FeedForwardToCnnPreProcessor" -> image(layer);
            default -> throw new UnsupportedLayerException("");
        };
    }

    private Value dense(final ForeignLayer layer, final Activation activation)
        throws UnsupportedLayerException {
        final JsonObject settings = layer.settings();
        if (settings.has("hasLayerNorm") && settings.flag("hasLayerNorm")) {
            throw new UnsupportedLayerException("layer normalization");
        }
        final Value input = dropped(layer);
        final int inputs = m_draft.shape(input).size();
        final int units = settings.integer("nout");
        Dl4jWindows.fits(layer, inputs);
        // DL4J keeps (in, out) column after column, which is (out, in) row after row
        final var weights = m_coefficients.take(Math.multiplyExact((long)inputs, units));
        final boolean bias = settings.flag("hasBias");
        final var biases = m_coefficients.take(bias ? units : 0);
        return m_draft.node(layer.name(), new Dense(units, activation),
            () -> Tensors.joined(weights.values(), bias ? biases.values() : new float[units]), input);
    }

    private Value output(final ForeignLayer layer) throws UnsupportedLayerException {
        checkLoss(layer);
        return dense(layer, Activation.IDENTITY).ended();
    }

    private Value loss(final ForeignLayer layer) throws UnsupportedLayerException {
        checkLoss(layer);
        return m_draft.single(layer).ended();
    }

    private static void checkLoss(final ForeignLayer layer)
        throws UnsupportedLayerException {
        final String loss = layer.settings().object("lossFn").text("@class");
        final String name = loss.substring(loss.lastIndexOf('.') + 1);
        if (!Dl4jActivations.softmax(layer) || !CLASSIFICATION.contains(name)) {
            throw new UnsupportedLayerException("only softmax with cross-entropy ends a classifier, not " + name);
        }
    }

    private Value normalization(final ForeignLayer layer) throws UnsupportedLayerException {
        final JsonObject settings = layer.settings();
        final Value input = m_draft.image(layer);
        final int channels = m_draft.shape(input).channels();
        Dl4jWindows.fits(layer, channels);
        final boolean locked = settings.flag("lockGammaBeta");
        final double gamma = settings.number("gamma");
        final double beta = settings.number("beta");
        final boolean logarithm = settings.has("useLogStd") && settings.flag("useLogStd");
        final var scales = m_coefficients.take(locked ? 0 : 2L * channels);
        final var means = m_coefficients.take(channels);
        final var variances = m_coefficients.take(channels);
        return m_draft.node(layer.name(), new BatchNormalization(settings.number("eps"), Activation.IDENTITY),
            () -> Tensors.joined(locked
                ? Tensors.joined(Tensors.filled(channels, gamma), Tensors.filled(channels, beta)) : scales.values(),
                means.values(), logarithm ? variances(variances.values()) : variances.values()),
            input);
    }

    private Value activation(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.single(layer);
        return Dl4jActivations.softmax(layer) ? input.ended()
            : m_draft.activated(input, Dl4jActivations.of(layer));
    }

    private Value global(final ForeignLayer layer) throws UnsupportedLayerException {
        return m_draft.node(layer.name(), switch (layer.settings().text("poolingType")) {
            case "AVG" -> new GlobalAveragePooling();
            case "MAX" -> new SpatialPyramidPooling(List.of(1));
            default -> throw new UnsupportedLayerException("pooling " + layer.settings().text("poolingType"));
        }, WeightSource.NONE, m_draft.single(layer));
    }

    private Value padding(final ForeignLayer layer) throws UnsupportedLayerException {
        final var sizes = layer.settings().integers("padding");
        if (sizes.size() != 4) {
            throw new UnsupportedLayerException("padding of " + sizes);
        }
        return m_draft.node(layer.name(), new Padding(sizes.get(0), sizes.get(2), sizes.get(1), sizes.get(3)),
            WeightSource.NONE, m_draft.single(layer));
    }

    private Value addition(final ForeignLayer layer) throws UnsupportedLayerException {
        if (!layer.settings().text("op").equals("Add")) {
            throw new UnsupportedLayerException(layer.settings().text("op"));
        }
        final Value[] inputs = new Value[layer.inputs().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = m_draft.value(layer.inputs().get(i));
        }
        return m_draft.node(layer.name(), new Addition(Activation.IDENTITY), WeightSource.NONE, inputs);
    }

    private Value flattened(final ForeignLayer layer) throws UnsupportedLayerException {
        Dl4jWindows.channelsFirst(layer, "format");
        return m_draft.single(layer).flattened(Value.Order.CHANNELS_FIRST);
    }

    /** A row becomes an image; only the network's input may be such a row. */
    private Value image(final ForeignLayer layer) throws UnsupportedLayerException {
        Dl4jWindows.channelsFirst(layer, "format");
        final Value input = m_draft.single(layer);
        final JsonObject settings = layer.settings();
        final var shape = new ImageShape(settings.integer("numChannels"), settings.integer("inputHeight"),
            settings.integer("inputWidth"));
        if (!m_draft.shape(input).equals(shape)) {
            throw new UnsupportedLayerException("makes images of " + shape);
        }
        return input;
    }

    /** A layer's input behind the dropout that belongs to the layer, where it has some. */
    private Value dropped(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.single(layer);
        if (!layer.settings().has("idropout")) {
            return input;
        }
        final JsonObject dropout = layer.settings().object("idropout");
        if (!dropout.text("@class").endsWith(".Dropout") || !dropout.has("p") || dropout.number("p") == 1) {
            return input; // other noise, too, is for training only
        }
        final double rate = BigDecimal.ONE.subtract(BigDecimal.valueOf(dropout.number("p"))).doubleValue();
        final String name = layer.name() + (layer.type().equals("DropoutLayer") ? "" : "-dropout");
        return m_draft.node(name, new Dropout(rate), WeightSource.NONE, input).flattened(input.order());
    }

    private static float[] variances(final float[] logarithms) {
        final float[] variances = new float[logarithms.length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = (float)Math.pow(10, 2.0 * logarithms[i]);
        }
        return variances;
    }
}
