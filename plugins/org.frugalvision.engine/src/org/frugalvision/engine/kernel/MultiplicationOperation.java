// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Multiplication;

/** {@link Multiplication}. */
final class MultiplicationOperation implements ArrayOperation {

    private final int m_size;

    private final int m_plane;

    private final int m_factors;

    private final boolean m_perChannel;

    MultiplicationOperation(final ImageShape input, final ImageShape factors) {
        m_size = input.size();
        m_plane = input.height() * input.width();
        m_factors = factors.size();
        m_perChannel = factors.channels() == input.channels();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        for (int image = 0; image < batch.images(); image++) {
            for (int i = 0; i < m_size; i++) {
                out[image * m_size + i] = in[0][image * m_size + i] * in[1][factor(image, i)];
            }
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        if (inGradients[1] != null) {
            Arrays.fill(inGradients[1], 0, batch.images() * m_factors, 0);
        }
        for (int image = 0; image < batch.images(); image++) {
            for (int i = 0; i < m_size; i++) {
                final int at = image * m_size + i;
                final int factor = factor(image, i);
                if (inGradients[0] != null) {
                    inGradients[0][at] = outGradient[at] * in[1][factor];
                }
                if (inGradients[1] != null) {
                    inGradients[1][factor] += outGradient[at] * in[0][at];
                }
            }
        }
    }

    /** Where the factor of a value stands. */
    private int factor(final int image, final int value) {
        if (m_factors == m_size) {
            return image * m_size + value;
        }
        return image * m_factors + (m_perChannel ? value / m_plane : value % m_plane);
    }
}
