// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.GlobalAveragePooling;

/** {@link GlobalAveragePooling}. */
final class GlobalAverageOperation implements ArrayOperation {

    private final int m_channels;

    private final int m_plane;

    GlobalAverageOperation(final ImageShape input) {
        m_channels = input.channels();
        m_plane = input.height() * input.width();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        for (int channel = 0; channel < batch.images() * m_channels; channel++) {
            out[channel] = Sums.sum(in[0], channel * m_plane, m_plane) / m_plane;
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        for (int channel = 0; channel < batch.images() * m_channels; channel++) {
            Arrays.fill(inGradients[0], channel * m_plane, (channel + 1) * m_plane, outGradient[channel] / m_plane);
        }
    }
}
