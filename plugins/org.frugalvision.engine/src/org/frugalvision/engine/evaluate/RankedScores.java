// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Items in descending order of their scores, equal scores together: how many positive and negative ones are at or above
 * each score that occurs. Every measure of a ranking comes from these counts, so the order of items with equal scores
 * never matters. Cost: O(n log n).
 */
final class RankedScores {

    /** Positive items at or above each score that occurs, the highest score first. */
    private final long[] m_positives;

    private final long[] m_negatives;

    private RankedScores(final long[] positives, final long[] negatives) {
        m_positives = positives;
        m_negatives = negatives;
    }

    /**
     * @param scores one score per item, higher = more positive; no NaN; only read
     * @param positive whether the item is positive; only read
     */
    static RankedScores of(final double[] scores, final boolean[] positive) {
        final double[] ofPositives = sorted(scores, positive, true);
        final double[] ofNegatives = sorted(scores, positive, false);
        final long[] positives = new long[scores.length];
        final long[] negatives = new long[scores.length];
        int p = ofPositives.length;
        int n = ofNegatives.length;
        int steps = 0;
        while (p > 0 || n > 0) {
            final double score = p == 0 || n > 0 && ofNegatives[n - 1] > ofPositives[p - 1] ? ofNegatives[n - 1]
                : ofPositives[p - 1];
            while (p > 0 && ofPositives[p - 1] == score) {
                p--;
            }
            while (n > 0 && ofNegatives[n - 1] == score) {
                n--;
            }
            positives[steps] = ofPositives.length - p;
            negatives[steps++] = ofNegatives.length - n;
        }
        return new RankedScores(Arrays.copyOf(positives, steps), Arrays.copyOf(negatives, steps));
    }

    /** Sorting each kind on its own needs no indices, and so no objects. */
    private static double[] sorted(final double[] scores, final boolean[] positive, final boolean kind) {
        return IntStream.range(0, scores.length).filter(i -> positive[i] == kind).mapToDouble(i -> scores[i]).sorted()
            .toArray();
    }

    /**
     * The area under the ROC curve: the share of pairs of a positive and a negative item in which the positive one
     * scores higher, equal scores counting half.
     */
    OptionalDouble auc() {
        // negatives of each step beside the mean of the positives above and with them; doubled, all are whole numbers
        long doubledPairs = 0;
        for (int i = 0; i < m_positives.length; i++) {
            doubledPairs += (m_negatives[i] - before(m_negatives, i)) * (m_positives[i] + before(m_positives, i));
        }
        return positives() == 0 || negatives() == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(doubledPairs / (2.0 * positives() * negatives()));
    }

    /**
     * The mean of the precision at each score, weighted by how much the recall grows there: sum of
     * (R_i - R_(i-1)) P_i, without interpolation. Empty without positive items.
     */
    OptionalDouble averagePrecision() {
        double sum = 0;
        for (int i = 0; i < m_positives.length; i++) {
            final double precision = (double)m_positives[i] / (m_positives[i] + m_negatives[i]);
            sum += (m_positives[i] - before(m_positives, i)) * precision;
        }
        return positives() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / positives());
    }

    /** The curve to draw, if there are positive and negative items. */
    Optional<RocCurve> roc() {
        return positives() == 0 || negatives() == 0 ? Optional.empty()
            : Optional.of(RocCurve.of(m_negatives, m_positives));
    }

    private static long before(final long[] counts, final int i) {
        return i == 0 ? 0 : counts[i - 1];
    }

    private long positives() {
        return m_positives.length == 0 ? 0 : m_positives[m_positives.length - 1];
    }

    private long negatives() {
        return m_negatives.length == 0 ? 0 : m_negatives[m_negatives.length - 1];
    }
}
