// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import org.frugalvision.engine.image.ImageShape;

/** Keras's order of weights, which keeps channels last, in ours. */
final class KerasLayout {

    private KerasLayout() {
    }

    /** (rows, columns, in, out) becomes (out, in, rows, columns). */
    static float[] convolution(final float[] kernel, final int in, final int out) {
        final int pixels = kernel.length / (in * out);
        final float[] result = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            final int pixel = i / (in * out);
            final int channel = i / out % in;
            result[(i % out * in + channel) * pixels + pixel] = kernel[i];
        }
        return result;
    }

    /** (in, out) becomes (out, in); the inputs go from pixel after pixel to channel after channel, if they do. */
    static float[] dense(final float[] kernel, final ImageShape input, final boolean channelsLast) {
        final int in = input.size();
        final int out = kernel.length / in;
        final int pixels = channelsLast ? input.height() * input.width() : in;
        final int channels = in / pixels;
        final float[] result = new float[kernel.length];
        for (int i = 0; i < in; i++) {
            final int ours = i % channels * pixels + i / channels;
            for (int k = 0; k < out; k++) {
                result[k * in + ours] = kernel[i * out + k];
            }
        }
        return result;
    }
}
