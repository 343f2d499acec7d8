// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.stream.IntStream;

/** Highest values; ties: lowest index. */
final class Highest {

    private Highest() {
    }

    /** Index of the highest value that is not taken yet. */
    static int of(final double[] values, final boolean[] taken) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (!taken[i] && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best;
    }

    /** A selection of the images of the highest scores, highest first. */
    static Selection select(final double[] scores, final int budget) {
        final int[] indices = IntStream.range(0, scores.length).boxed()
            .sorted((a, b) -> Double.compare(scores[b], scores[a])).limit(budget).mapToInt(Integer::intValue)
            .toArray();
        return new Selection(indices, IntStream.of(indices).mapToDouble(i -> scores[i]).toArray());
    }
}
