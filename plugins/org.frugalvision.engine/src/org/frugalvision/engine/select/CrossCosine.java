// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

/**
 * 1/2 + 1/2 cosine of the angle between vectors, from 0 to 1, as in {@link CosineSimilarity}; each costs O(features).
 */
final class CrossCosine implements CrossSimilarity {

    private final float[][] m_units;

    private final float[][] m_others;

    CrossCosine(final float[][] vectors, final float[][] others) {
        m_units = Arrays.stream(vectors).map(CosineSimilarity::unit).toArray(float[][]::new);
        m_others = Arrays.stream(others).map(CosineSimilarity::unit).toArray(float[][]::new);
    }

    @Override
    public int images() {
        return m_units.length;
    }

    @Override
    public int others() {
        return m_others.length;
    }

    @Override
    public double of(final int image, final int other) {
        return Math.max(0, Math.min(1, 0.5 + 0.5 * InnerProduct.of(m_units[image], m_others[other])));
    }
}
