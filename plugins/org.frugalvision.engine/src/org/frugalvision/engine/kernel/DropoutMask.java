// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.run.Seeds;

/** What a {@link Dropout} drops: follows from the batch's number, the node and each image's place in the batch. */
final class DropoutMask {

    private final String m_node;

    private final double m_rate;

    private final int m_size;

    private float[] m_factors = new float[0];

    DropoutMask(final String node, final Dropout layer, final int size) {
        m_node = node;
        m_rate = layer.rate();
        m_size = size;
    }

    /** @return a factor for each value of each image; the same array as long as there are as many */
    float[] draw(final ArrayBatch batch) {
        if (m_factors.length != batch.images() * m_size) {
            m_factors = new float[batch.images() * m_size];
        }
        final float kept = (float)(1 / (1 - m_rate));
        final Seeds seeds = Seeds.of(batch.noise()).named(m_node);
        for (int image = 0; image < batch.images(); image++) {
            final RandomGenerator random = seeds.child("image " + (batch.first() + image)).generator();
            for (int i = image * m_size; i < (image + 1) * m_size; i++) {
                m_factors[i] = random.nextDouble() < m_rate ? 0 : kept;
            }
        }
        return m_factors;
    }
}
