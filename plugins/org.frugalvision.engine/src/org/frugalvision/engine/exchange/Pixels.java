// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.Arrays;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;

/** Other values of pixels than ours, which are from 0 to 1, as a layer of normalisation that changes nothing else. */
final class Pixels {

    /** A power of two: the variance beside it is exact, and so is their sum, 1. */
    private static final double EPSILON = 1.0 / 1024;

    private Pixels() {
    }

    /** A value times a factor plus a summand. */
    static Value scaled(final Draft draft, final String name, final Value input, final double scale,
        final double shift) {
        if (scale == 1 && shift == 0) {
            return input;
        }
        final int channels = draft.shape(input).channels();
        final float[] weights = new float[4 * channels];
        Arrays.fill(weights, 0, channels, (float)scale);
        Arrays.fill(weights, channels, 2 * channels, (float)shift);
        Arrays.fill(weights, 3 * channels, 4 * channels, (float)(1 - EPSILON));
        return draft.node(name, new BatchNormalization(EPSILON, Activation.IDENTITY), () -> weights, input);
    }
}
