// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Dropping;

/** {@link Dropping}. */
final class DropoutOperation implements ArrayOperation {

    private final DropoutMask m_mask;

    private final int m_size;

    /** Of the last batch. */
    private float[] m_factors;

    DropoutOperation(final String node, final Dropping layer, final ImageShape shape) {
        m_mask = new DropoutMask(node, layer, shape);
        m_size = shape.size();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        if (batch.dropout()) {
            m_factors = m_mask.draw(batch, in[0]);
        }
        multiply(in[0], out, batch);
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        multiply(outGradient, inGradients[0], batch);
    }

    private void multiply(final float[] from, final float[] to, final ArrayBatch batch) {
        if (!batch.dropout()) {
            System.arraycopy(from, 0, to, 0, batch.images() * m_size);
            return;
        }
        for (int i = 0; i < batch.images() * m_size; i++) {
            to[i] = m_factors[i] * from[i];
        }
    }
}
