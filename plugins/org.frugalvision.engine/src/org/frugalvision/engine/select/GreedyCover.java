// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Images are worth the sum over all images of their similarity to the nearest one taken. The similarity of an image may
 * count only above a floor (what is near it already) and up to a cap (what more would be of no use). A gain costs
 * O(images x features), memory is O(images).
 */
final class GreedyCover implements Objective {

    private final Similarity m_similarity;

    private final double[] m_caps;

    /** Similarity of each image to the nearest chosen one, at least its floor. */
    private final double[] m_covered;

    private final double[] m_column;

    GreedyCover(final Similarity similarity) {
        this(similarity, new double[similarity.size()], uncapped(similarity.size()));
    }

    /** The arrays are kept, and the first is changed. */
    GreedyCover(final Similarity similarity, final double[] floors, final double[] caps) {
        m_similarity = similarity;
        m_covered = floors;
        m_caps = caps;
        m_column = new double[similarity.size()];
    }

    static double[] uncapped(final int images) {
        final double[] caps = new double[images];
        Arrays.fill(caps, Double.POSITIVE_INFINITY);
        return caps;
    }

    /** See {@link LazyGreedy}. */
    Selection choose(final int budget, final RunControl run) throws CanceledException {
        return LazyGreedy.choose(this, budget, run);
    }

    @Override
    public int size() {
        return m_column.length;
    }

    @Override
    public double bound(final int image) {
        return m_similarity.bound(image);
    }

    @Override
    public double gain(final int image) {
        m_similarity.column(image, m_column);
        double gain = 0;
        for (int i = 0; i < m_column.length; i++) {
            gain += Math.max(0, Math.min(m_column[i], m_caps[i]) - m_covered[i]);
        }
        return gain;
    }

    @Override
    public void take(final int image) {
        m_similarity.column(image, m_column);
        for (int i = 0; i < m_column.length; i++) {
            m_covered[i] = Math.max(m_covered[i], Math.min(m_column[i], m_caps[i]));
        }
    }
}
