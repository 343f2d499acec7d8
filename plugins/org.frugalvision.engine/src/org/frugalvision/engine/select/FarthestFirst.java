// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Repeatedly takes the image farthest from all taken so far; ties: lowest index. Cost: O(budget x images) distances,
 * O(images) memory.
 */
final class FarthestFirst {

    private final int m_size;

    private final Distance m_distance;

    FarthestFirst(final int size, final Distance distance) {
        m_size = size;
        m_distance = distance;
    }

    /**
     * How far images are from each other, asked by several threads; anything that grows with the distance will do for
     * choosing.
     */
    @FunctionalInterface
    interface Distance {

        double between(int i, int j);
    }

    /** Scores are distances to the nearest image taken before; that of the first one is given. */
    Selection choose(final int first, final double firstScore, final int budget, final RunControl run)
        throws CanceledException {
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        indices[0] = first;
        scores[0] = firstScore;
        final double[] distances = new double[m_size];
        final boolean[] taken = new boolean[m_size];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int k = 0;; k++) {
            run.checkCanceled();
            taken[indices[k]] = true;
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
            if (k + 1 == budget) {
                return new Selection(indices, scores);
            }
            final int last = indices[k];
            Ranges.forAll(m_size, (from, to) -> {
                for (int i = from; i < to; i++) {
                    distances[i] = Math.min(distances[i], m_distance.between(i, last));
                }
            });
            indices[k + 1] = Highest.of(distances, taken);
            scores[k + 1] = distances[indices[k + 1]];
        }
    }
}
