// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.AverageAndMaximum;

/** {@link AverageAndMaximum}. */
final class AverageAndMaximumOperation implements ArrayOperation {

    private final int m_channels;

    private final int m_plane;

    AverageAndMaximumOperation(final ImageShape input) {
        m_channels = input.channels();
        m_plane = input.height() * input.width();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        for (int channel = 0; channel < batch.images() * m_channels; channel++) {
            out[2 * channel] = (float)(sum(in[0], channel * m_plane) / m_plane);
            out[2 * channel + 1] = in[0][largest(in[0], channel)];
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        for (int channel = 0; channel < batch.images() * m_channels; channel++) {
            Arrays.fill(inGradients[0], channel * m_plane, (channel + 1) * m_plane, outGradient[2 * channel] / m_plane);
            inGradients[0][largest(in[0], channel)] += outGradient[2 * channel + 1];
        }
    }

    private double sum(final float[] values, final int from) {
        double sum = 0;
        for (int i = from; i < from + m_plane; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The first one, in row order. */
    private int largest(final float[] values, final int channel) {
        int largest = channel * m_plane;
        for (int i = largest + 1; i < (channel + 1) * m_plane; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
