// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Dropping;
import org.frugalvision.engine.network.PatternDropout;
import org.frugalvision.engine.run.Seeds;

/** What a layer drops: follows from the batch's number, the node and each image's place in the batch. */
final class DropoutMask {

    private final String m_node;

    private final Dropping m_layer;

    private final ImageShape m_shape;

    private float[] m_factors = new float[0];

    DropoutMask(final String node, final Dropping layer, final ImageShape shape) {
        m_node = node;
        m_layer = layer;
        m_shape = shape;
    }

    /** @return whether it follows from the values instead of chance */
    boolean looksAtValues() {
        return m_layer instanceof PatternDropout dropout && dropout.pattern() == PatternDropout.Pattern.LARGEST;
    }

    /**
     * @param values of the images, one after the other; not read unless it looks at values
     * @return a factor for each value of each image; the same array as long as there are as many
     */
    float[] draw(final ArrayBatch batch, final float[] values) {
        final int size = m_shape.size();
        if (m_factors.length != batch.images() * size) {
            m_factors = new float[batch.images() * size];
        }
        final Seeds seeds = Seeds.of(batch.noise()).named(m_node);
        for (int image = 0; image < batch.images(); image++) {
            final RandomGenerator random = seeds.child("image " + (batch.first() + image)).generator();
            final int from = image * size;
            if (m_layer instanceof PatternDropout dropout) {
                drop(dropout, from, values, random);
            } else {
                drop(((Dropout)m_layer).rate(), 1, from, random);
            }
        }
        return m_factors;
    }

    private void drop(final PatternDropout layer, final int from, final float[] values, final RandomGenerator random) {
        switch (layer.pattern()) {
            case CHANNELS -> drop(layer.rate(), m_shape.height() * m_shape.width(), from, random);
            case IMAGES -> drop(layer.rate(), m_shape.size(), from, random);
            case BLOCKS -> dropBlocks(layer, from, random);
            case LARGEST -> dropLargest(layer.rate(), from, values);
        }
    }

    /** So many values in a row have one fate. */
    private void drop(final double rate, final int together, final int from, final RandomGenerator random) {
        final float kept = (float)(1 / (1 - rate));
        for (int i = from; i < from + m_shape.size(); i += together) {
            Arrays.fill(m_factors, i, i + together, random.nextDouble() < rate ? 0 : kept);
        }
    }

    private void dropBlocks(final PatternDropout layer, final int from, final RandomGenerator random) {
        final int height = m_shape.height();
        final int width = m_shape.width();
        final int side = layer.side(height, width);
        final double probability = layer.probability(height, width);
        final int end = from + m_shape.size();
        Arrays.fill(m_factors, from, end, 1);
        for (int plane = from; plane < end; plane += height * width) {
            for (int i = 0; i < (height - side + 1) * (width - side + 1); i++) {
                if (random.nextDouble() < probability) {
                    final int corner = plane + i / (width - side + 1) * width + i % (width - side + 1);
                    for (int row = 0; row < side; row++) {
                        Arrays.fill(m_factors, corner + row * width, corner + row * width + side, 0);
                    }
                }
            }
        }
        int kept = 0;
        for (int i = from; i < end; i++) {
            kept += m_factors[i] > 0 ? 1 : 0;
        }
        for (int i = from; i < end; i++) {
            m_factors[i] *= (float)m_shape.size() / Math.max(1, kept);
        }
    }

    private void dropLargest(final double rate, final int from, final float[] values) {
        float largest = 0;
        for (int i = from; i < from + m_shape.size(); i++) {
            largest = Math.max(largest, values[i]);
        }
        final double limit = (1 - rate) * largest;
        for (int i = from; i < from + m_shape.size(); i++) {
            m_factors[i] = values[i] > limit && largest > 0 ? 0 : 1;
        }
    }
}
