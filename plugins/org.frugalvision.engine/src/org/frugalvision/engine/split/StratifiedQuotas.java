// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import java.util.function.IntPredicate;

/**
 * How many images of each class go into the first of two parts: the largest-remainder share of the class (ties: lowest
 * class), then changed as little as needed so that classes with two images or more are in both parts where the sizes
 * allow it. The sum is exact; all in whole numbers, so no rounding.
 */
final class StratifiedQuotas {

    private final int[] m_counts;

    private final int[] m_quotas;

    /** Per class, times the number of images, how far the quota is below its exact share. */
    private final long[] m_below;

    private final int m_images;

    private StratifiedQuotas(final int[] counts, final int first) {
        m_counts = counts;
        m_images = Counts.sum(counts);
        m_quotas = new int[counts.length];
        m_below = new long[counts.length];
        int left = first;
        for (int c = 0; c < counts.length; c++) {
            final long share = (long)first * counts[c];
            m_quotas[c] = (int)(share / m_images);
            m_below[c] = share % m_images;
            left -= m_quotas[c];
        }
        for (; left > 0; left--) {
            change(mostBelow(c -> m_quotas[c] < m_counts[c]), 1);
        }
    }

    /** Cost: O(classes^2). */
    static int[] of(final int[] counts, final int first) {
        final var quotas = new StratifiedQuotas(counts, first);
        quotas.putEveryClassIntoBoth();
        return quotas.m_quotas;
    }

    private void putEveryClassIntoBoth() {
        for (int c = 0; c < m_counts.length; c++) {
            if (m_counts[c] >= 2 && m_quotas[c] == 0) {
                final int donor = mostAbove(d -> m_quotas[d] > 1 || m_quotas[d] == 1 && m_counts[d] == 1);
                if (donor >= 0) {
                    change(donor, -1);
                    change(c, 1);
                }
            } else if (m_counts[c] >= 2 && m_quotas[c] == m_counts[c]) {
                final int taker =
                    mostBelow(t -> m_counts[t] - m_quotas[t] > 1 || m_counts[t] == 1 && m_quotas[t] == 0);
                if (taker >= 0) {
                    change(taker, 1);
                    change(c, -1);
                }
            }
        }
    }

    private void change(final int c, final int by) {
        m_quotas[c] += by;
        m_below[c] -= (long)by * m_images;
    }

    private int mostBelow(final IntPredicate allowed) {
        int best = -1;
        for (int c = 0; c < m_below.length; c++) {
            if (allowed.test(c) && (best < 0 || m_below[c] > m_below[best])) {
                best = c;
            }
        }
        return best;
    }

    private int mostAbove(final IntPredicate allowed) {
        int best = -1;
        for (int c = 0; c < m_below.length; c++) {
            if (allowed.test(c) && (best < 0 || m_below[c] < m_below[best])) {
                best = c;
            }
        }
        return best;
    }
}
