// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/**
 * Images are worth the sum over the query images of their similarity to the nearest image taken, and eta times the sum
 * over the images taken of their similarity to the nearest query image (FLQMI). A gain costs O(query images x
 * features), memory is O(query images).
 */
final class QueryCover implements Objective {

    private final CrossSimilarity m_query;

    private final double m_eta;

    private final double[] m_nearest;

    /** Similarity of each query image to the nearest image taken. */
    private final double[] m_covered;

    QueryCover(final CrossSimilarity query, final double eta) {
        m_query = query;
        m_eta = eta;
        m_nearest = query.highest();
        m_covered = new double[query.others()];
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
        double gain = m_eta * m_nearest[image];
        for (int j = 0; j < m_covered.length; j++) {
            gain += Math.max(0, m_query.of(image, j) - m_covered[j]);
        }
        return gain;
    }

    @Override
    public void take(final int image) {
        for (int j = 0; j < m_covered.length; j++) {
            m_covered[j] = Math.max(m_covered[j], m_query.of(image, j));
        }
    }
}
