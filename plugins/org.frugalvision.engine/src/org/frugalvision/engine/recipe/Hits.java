// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

/** Counts images whose highest score is that of their class; ties: lowest class. */
final class Hits {

    private int m_right;

    private int m_images;

    void add(final float[] scores, final int[] labels, final int classes) {
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = scores[i * classes + k] > scores[i * classes + best] ? k : best;
            }
            m_right += best == labels[i] ? 1 : 0;
        }
        m_images += labels.length;
    }

    /** @return their share of all that were added */
    double share() {
        return (double)m_right / m_images;
    }
}
