// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/** Area under the curve of precision by recall, without interpolation. */
final class AveragePrecision {

    private AveragePrecision() {
    }

    /**
     * The sum, over the scores that occur from high to low, of precision x growth of recall. Cost: O(n log n).
     *
     * @param scores one score per item, higher = more positive; no NaN; only read
     * @param positive whether the item is positive; only read
     * @return in (0,1]; empty if there is no positive item
     */
    static OptionalDouble of(final double[] scores, final boolean[] positive) {
        final var order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> -scores[i]));
        double sum = 0;
        long positives = 0;
        for (int start = 0; start < order.length;) {
            int end = start;
            long here = 0;
            for (; end < order.length && scores[order[end]] == scores[order[start]]; end++) {
                here += positive[order[end]] ? 1 : 0;
            }
            positives += here;
            sum += here * ((double)positives / end);
            start = end;
        }
        return positives == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / positives);
    }
}
