// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Average;

/** {@link Average}. */
final class AverageOperation implements ArrayOperation {

    private final int m_size;

    AverageOperation(final int size) {
        m_size = size;
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        for (int i = 0; i < batch.images() * m_size; i++) {
            float sum = 0;
            for (final float[] input : in) {
                sum += input[i];
            }
            out[i] = sum / in.length;
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        for (final float[] inGradient : inGradients) {
            for (int i = 0; inGradient != null && i < batch.images() * m_size; i++) {
                inGradient[i] = outGradient[i] / in.length;
            }
        }
    }
}
