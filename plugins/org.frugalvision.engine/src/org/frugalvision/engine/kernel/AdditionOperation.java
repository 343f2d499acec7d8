// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Addition;

/** An {@link Addition} before its activation. */
final class AdditionOperation implements ArrayOperation {

    private final int m_size;

    AdditionOperation(final int size) {
        m_size = size;
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        System.arraycopy(in[0], 0, out, 0, batch.images() * m_size);
        for (int k = 1; k < in.length; k++) {
            final float[] summand = in[k];
            for (int i = 0; i < batch.images() * m_size; i++) {
                out[i] += summand[i];
            }
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        for (final float[] inGradient : inGradients) {
            if (inGradient != null) {
                System.arraycopy(outGradient, 0, inGradient, 0, batch.images() * m_size);
            }
        }
    }
}
