// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.run.Seeds;

/** {@link Dropout}. The mask of an image follows from the batch's number, the node and its place in the batch. */
final class DropoutOperation implements ArrayOperation {

    private final String m_node;

    private final double m_rate;

    private final int m_size;

    /** Factors of the last batch. */
    private float[] m_mask = new float[0];

    DropoutOperation(final String node, final Dropout layer, final int size) {
        m_node = node;
        m_rate = layer.rate();
        m_size = size;
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        if (batch.training()) {
            drawMask(batch);
        }
        multiply(in[0], out, batch);
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        multiply(outGradient, inGradients[0], batch);
    }

    private void drawMask(final ArrayBatch batch) {
        if (m_mask.length < batch.images() * m_size) {
            m_mask = new float[batch.images() * m_size];
        }
        final float kept = (float)(1 / (1 - m_rate));
        final Seeds seeds = Seeds.of(batch.noise()).named(m_node);
        for (int image = 0; image < batch.images(); image++) {
            final RandomGenerator random = seeds.child("image " + (batch.first() + image)).generator();
            for (int i = image * m_size; i < (image + 1) * m_size; i++) {
                m_mask[i] = random.nextDouble() < m_rate ? 0 : kept;
            }
        }
    }

    private void multiply(final float[] from, final float[] to, final ArrayBatch batch) {
        if (!batch.training()) {
            System.arraycopy(from, 0, to, 0, batch.images() * m_size);
            return;
        }
        for (int i = 0; i < batch.images() * m_size; i++) {
            to[i] = m_mask[i] * from[i];
        }
    }
}
