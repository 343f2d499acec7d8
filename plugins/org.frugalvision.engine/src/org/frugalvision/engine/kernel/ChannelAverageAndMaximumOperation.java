// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;

/** {@link ChannelAverageAndMaximum}. */
final class ChannelAverageAndMaximumOperation implements ArrayOperation {

    private final int m_channels;

    private final int m_plane;

    ChannelAverageAndMaximumOperation(final ImageShape input) {
        m_channels = input.channels();
        m_plane = input.height() * input.width();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        for (int image = 0; image < batch.images(); image++) {
            for (int pixel = 0; pixel < m_plane; pixel++) {
                final int from = image * m_channels * m_plane + pixel;
                float sum = 0;
                for (int channel = 0; channel < m_channels; channel++) {
                    sum += in[0][from + channel * m_plane];
                }
                out[2 * image * m_plane + pixel] = sum / m_channels;
                out[(2 * image + 1) * m_plane + pixel] = in[0][largest(in[0], from)];
            }
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        for (int image = 0; image < batch.images(); image++) {
            for (int pixel = 0; pixel < m_plane; pixel++) {
                final int from = image * m_channels * m_plane + pixel;
                final float share = outGradient[2 * image * m_plane + pixel] / m_channels;
                for (int channel = 0; channel < m_channels; channel++) {
                    inGradients[0][from + channel * m_plane] = share;
                }
                inGradients[0][largest(in[0], from)] += outGradient[(2 * image + 1) * m_plane + pixel];
            }
        }
    }

    /** Of a pixel whose value in channel 0 stands at a place; the first one. */
    private int largest(final float[] values, final int from) {
        int largest = from;
        for (int channel = 1; channel < m_channels; channel++) {
            if (values[from + channel * m_plane] > values[largest]) {
                largest = from + channel * m_plane;
            }
        }
        return largest;
    }
}
