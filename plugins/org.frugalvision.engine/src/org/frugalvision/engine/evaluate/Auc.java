// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/** Exact area under the ROC curve. */
public final class Auc {

    private Auc() {
    }

    /**
     * The probability that a positive item scores higher than a negative one, equal scores counting half: the rank
     * statistic of Mann and Whitney with mid-ranks, no thresholds. Cost: O(n log n).
     *
     * @param scores one score per item, higher = more positive; no NaN; only read
     * @param positive whether the item is positive; only read
     * @return in [0,1]; empty if there is no positive or no negative item
     */
    public static OptionalDouble of(final double[] scores, final boolean[] positive) {
        final var order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        long positives = 0;
        long doubledRankSum = 0;
        for (int start = 0; start < order.length;) {
            int end = start;
            long positivesHere = 0;
            for (; end < order.length && scores[order[end]] == scores[order[start]]; end++) {
                positivesHere += positive[order[end]] ? 1 : 0;
            }
            // ranks start+1..end share the mid-rank (start+1+end)/2; doubled, all sums are whole numbers
            doubledRankSum += positivesHere * (start + 1L + end);
            positives += positivesHere;
            start = end;
        }
        final long negatives = scores.length - positives;
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((doubledRankSum - positives * (positives + 1)) / (2.0 * positives * negatives));
    }
}
