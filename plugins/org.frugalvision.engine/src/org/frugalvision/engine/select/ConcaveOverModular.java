// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.function.DoubleUnaryOperator;

/**
 * Images are worth the sum over the query images of a concave function of their summed similarity to all images taken,
 * and eta times the sum over the images taken of the function of their summed similarity to all query images (COM). A
 * gain costs O(query images x features), memory is O(query images).
 */
final class ConcaveOverModular implements Objective {

    private final CrossSimilarity m_query;

    private final DoubleUnaryOperator m_concave;

    private final double m_eta;

    private final double[] m_own;

    /** Summed similarity of each query image to those taken. */
    private final double[] m_sums;

    /** @param concave grows ever less, from 0 at 0 */
    ConcaveOverModular(final CrossSimilarity query, final DoubleUnaryOperator concave, final double eta) {
        m_query = query;
        m_concave = concave;
        m_eta = eta;
        m_own = query.sums();
        m_sums = new double[query.others()];
    }

    @Override
    public int size() {
        return m_query.images();
    }

    @Override
    public double bound(final int image) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double gain(final int image) {
        double gain = m_eta * m_concave.applyAsDouble(m_own[image]);
        for (int j = 0; j < m_sums.length; j++) {
            gain += m_concave.applyAsDouble(m_sums[j] + m_query.of(image, j)) - m_concave.applyAsDouble(m_sums[j]);
        }
        return gain;
    }

    @Override
    public void take(final int image) {
        for (int j = 0; j < m_sums.length; j++) {
            m_sums[j] += m_query.of(image, j);
        }
    }
}
