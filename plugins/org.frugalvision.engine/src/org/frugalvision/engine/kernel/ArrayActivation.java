// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Activation;

/** Activations on arrays, in place. */
final class ArrayActivation {

    private static final float THREE = 3;

    private static final float SIX = 6;

    private ArrayActivation() {
    }

    static void forward(final Activation activation, final float[] values) {
        if (activation == Activation.IDENTITY) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            final float x = values[i];
            values[i] = switch (activation) {
                case SIGMOID -> sigmoid(x);
                case SWISH -> x * sigmoid(x);
                case HARD_SWISH -> x * Math.min(Math.max(0, x + THREE), SIX) / SIX;
                default -> Math.min(Math.max(x, activation.least()), activation.most());
            };
        }
    }

    /**
     * Makes the gradient after an activation that before it.
     *
     * @param values what came out of the activation, or, if it is not {@link Activation#invertible}, went in
     */
    static void backward(final Activation activation, final float[] values, final float[] gradient) {
        if (activation == Activation.IDENTITY) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            final float x = values[i];
            gradient[i] = switch (activation) {
                case SIGMOID -> gradient[i] * x * (1 - x);
                case SWISH -> gradient[i] * swishSlope(x);
                case HARD_SWISH -> gradient[i] * hardSwishSlope(x);
                default -> x > activation.least() && x < activation.most() ? gradient[i] : 0;
            };
        }
    }

    private static float sigmoid(final float x) {
        return (float)(1 / (1 + Math.exp(-x)));
    }

    private static float swishSlope(final float x) {
        final float sigmoid = sigmoid(x);
        return sigmoid + x * sigmoid * (1 - sigmoid);
    }

    /** 0 below -3, 1 above 3, and between them that of x (x + 3) / 6. */
    private static float hardSwishSlope(final float x) {
        return Math.abs(x) < THREE ? (2 * x + THREE) / SIX : x > 0 ? 1 : 0;
    }
}
