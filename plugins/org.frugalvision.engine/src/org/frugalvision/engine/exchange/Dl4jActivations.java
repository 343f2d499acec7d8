// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.Map;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.network.Activation;

/** DL4J's activations, as far as they are ours. */
final class Dl4jActivations {

    private static final String PREFIX = "org.nd4j.linalg.activations.impl.Activation";

    private static final Map<String, Activation> KNOWN =
        Map.of("Identity", Activation.IDENTITY, "ReLU", Activation.RELU, "ReLU6", Activation.RELU6,
            "Sigmoid", Activation.SIGMOID, "Swish", Activation.SWISH);

    private static final double SIX = 6;

    private Dl4jActivations() {
    }

    static boolean softmax(final ForeignLayer layer) {
        return name(layer).equals("Softmax");
    }

    static Activation of(final ForeignLayer layer) throws UnsupportedLayerException {
        final String name = name(layer);
        final Activation activation = KNOWN.get(name);
        final JsonObject function = layer.settings().object("activationFn");
        if (activation == null || number(function, "negativeSlope") != 0 || number(function, "threshold") != 0) {
            throw new UnsupportedLayerException("activation " + name);
        }
        if (activation != Activation.RELU || !function.has("max") || function.number("max") == 0) {
            return activation;
        }
        if (function.number("max") != SIX) {
            throw new UnsupportedLayerException("activation ReLU up to " + function.number("max"));
        }
        return Activation.RELU6;
    }

    private static double number(final JsonObject object, final String key) {
        return object.has(key) ? object.number(key) : 0;
    }

    private static String name(final ForeignLayer layer) {
        final String type = layer.settings().object("activationFn").text("@class");
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }
}
