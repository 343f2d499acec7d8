// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.Seeds;

/** {@link Dropout}. The mask of an image follows from the batch's number, the node and its place in the batch. */
final class DropoutOperation implements ArrayOperation {

    private final String m_node;

    private final double m_rate;

    private final int m_size;

    private final DropoutNoise m_noise;

    /** Factors of the last batch. */
    private float[] m_mask = new float[0];

    DropoutOperation(final String node, final double rate, final int size, final DropoutNoise noise) {
        m_node = node;
        m_rate = rate;
        m_size = size;
        m_noise = noise;
    }

    @Override
    public void forward(final float[] in, final float[] out, final int images, final boolean training,
        final float[] weights) {
        if (!training) {
            System.arraycopy(in, 0, out, 0, images * m_size);
            return;
        }
        drawMask(images);
        multiply(in, out, images);
    }

    @Override
    public void backward(final float[] in, final float[] outGradient, final float[] inGradient, final int images,
        final float[] weights, final float[] gradient) {
        multiply(outGradient, inGradient, images);
    }

    private void drawMask(final int images) {
        if (m_mask.length < images * m_size) {
            m_mask = new float[images * m_size];
        }
        final float kept = (float)(1 / (1 - m_rate));
        final Seeds seeds = Seeds.of(m_noise.seed()).named(m_node);
        for (int image = 0; image < images; image++) {
            final RandomGenerator random = seeds.child("image " + (m_noise.first() + image)).generator();
            for (int i = image * m_size; i < (image + 1) * m_size; i++) {
                m_mask[i] = random.nextDouble() < m_rate ? 0 : kept;
            }
        }
    }

    private void multiply(final float[] from, final float[] to, final int images) {
        for (int i = 0; i < images * m_size; i++) {
            to[i] = m_mask[i] * from[i];
        }
    }
}
