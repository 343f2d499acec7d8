// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the mistakes of the greatest loss. Ties, and mistakes without probabilities: the first rows. Not thread-safe.
 * Cost: O(mistakes x log limit), memory O(limit).
 */
public final class WorstMistakes {

    private static final Comparator<Mistake> WORST_FIRST =
        Comparator.comparingDouble(Mistake::loss).reversed().thenComparingLong(Mistake::row);

    private final long m_limit;

    private final PriorityQueue<Mistake> m_kept = new PriorityQueue<>(WORST_FIRST.reversed());

    private long m_count;

    /**
     * An image that was predicted wrong.
     *
     * @param row number of its row in the table
     * @param truth index of the true class
     * @param predicted index of the predicted class
     * @param confidence probability of the predicted class; NaN without probabilities
     * @param loss -ln P(true class), as {@link Evaluation#loss} says; NaN without probabilities
     */
    public record Mistake(long row, int truth, int predicted, double confidence, double loss) {
    }

    /** @param limit how many are kept; 0: all */
    public WorstMistakes(final int limit) {
        m_limit = limit == 0 ? Long.MAX_VALUE : limit;
    }

    /** @param mistake one more */
    public void add(final Mistake mistake) {
        m_count++;
        m_kept.add(mistake);
        if (m_kept.size() > m_limit) {
            m_kept.poll();
        }
    }

    /** @return how many there were */
    public long count() {
        return m_count;
    }

    /** @return those kept, the worst first */
    public List<Mistake> kept() {
        return m_kept.stream().sorted(WORST_FIRST).toList();
    }
}
