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

    /** Distance of each image to the nearest one taken before the first. */
    private final double[] m_distances;

    FarthestFirst(final int size, final Distance distance) {
        this(size, distance, infinite(size));
    }

    /** The array is kept and changed. */
    FarthestFirst(final int size, final Distance distance, final double[] distances) {
        m_size = size;
        m_distance = distance;
        m_distances = distances;
    }

    private static double[] infinite(final int size) {
        final double[] distances = new double[size];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        return distances;
    }

    /**
     * How far images are from each other, asked by several threads; anything that grows with the distance will do for
     * choosing.
     */
    @FunctionalInterface
    interface Distance {

        double between(int i, int j);
    }

    /** From images that were taken before: the first is the farthest from them. */
    Selection choose(final int budget, final RunControl run) throws CanceledException {
        final int first = Highest.of(m_distances, new boolean[m_size]);
        return choose(first, m_distances[first], budget, run);
    }

    /** Scores are distances to the nearest image taken before; that of the first one is given. */
    Selection choose(final int first, final double firstScore, final int budget, final RunControl run)
        throws CanceledException {
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        indices[0] = first;
        scores[0] = firstScore;
        final boolean[] taken = new boolean[m_size];
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
                    m_distances[i] = Math.min(m_distances[i], m_distance.between(i, last));
                }
            });
            indices[k + 1] = Highest.of(m_distances, taken);
            scores[k + 1] = m_distances[indices[k + 1]];
        }
    }
}
