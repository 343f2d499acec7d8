// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.DepthwiseConvolution;

/**
 * Other values of pixels than ours, which are from 0 to 1, as a depthwise convolution of 1 x 1: it computes the same in
 * training, which a normalisation would not.
 */
final class Pixels {

    private Pixels() {
    }

    /** A value times a factor plus a summand. */
    static Value scaled(final Draft draft, final String name, final Value input, final double scale,
        final double shift) {
        if (scale == 1 && shift == 0) {
            return input;
        }
        final int channels = draft.shape(input).channels();
        return draft.node(name, new DepthwiseConvolution(1, 1, 0, true, Activation.IDENTITY),
            () -> Tensors.joined(Tensors.filled(channels, scale), Tensors.filled(channels, shift)), input);
    }
}
