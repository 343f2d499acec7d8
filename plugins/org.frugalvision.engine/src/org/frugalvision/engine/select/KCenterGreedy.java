// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Repeatedly takes the image farthest (Euclidean) from all images taken so far; ties: lowest index. Where images were
 * selected already it goes on from them. The largest distance left is at most twice that of the best choice. Cost:
 * O((images selected already + budget) x images x features). Sener and Savarese 2018, arXiv:1708.00489.
 *
 * @param start the first image where none were selected already
 */
record KCenterGreedy(Start start) implements SubsetSelector {

    static final KCenterGreedy DEFAULT = new KCenterGreedy(Start.CENTRAL);

    static final SelectorInfo INFO = new SelectorInfo("k-center", "k-center greedy",
        "Takes the image that is farthest from all images taken so far.", "Sener, Savarese 2018, arXiv:1708.00489",
        Set.of(Need.VECTORS, Need.SELECTED),
        "distance to the nearest image chosen before; of the first one where there is none, to the mean of all",
        "O(budget x images x features) time",
        "Prefers what is unlike all else, so it did not pay: 100 of the 5,000 Fashion-MNIST images (LeNet, "
            + "320 updates, 3 seeds, embeddings of a LeNet trained on 100 random images) gave a test accuracy of "
            + "0.643, 100 random ones 0.698.");

    /** Which image is the first. */
    public enum Start {
        /** The one nearest to the mean of all. */
        CENTRAL,
        /** The first of the pool. */
        FIRST,
        /** One drawn at random. */
        RANDOM
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        return choose(pool.get(Need.VECTORS), OtherVectors.selected(pool), budget, random, run);
    }

    Selection choose(final float[][] vectors, final float[][] before, final int budget, final RandomGenerator random,
        final RunControl run) throws CanceledException {
        final Selection chosen = before.length == 0 ? fromNone(vectors, budget, random, run)
            : new FarthestFirst(vectors.length, (i, j) -> square(vectors[i], vectors[j]), squares(vectors, before))
                .choose(budget, run);
        return new Selection(chosen.indices(), Arrays.stream(chosen.scores()).map(Math::sqrt).toArray());
    }

    private Selection fromNone(final float[][] vectors, final int budget, final RandomGenerator random,
        final RunControl run) throws CanceledException {
        final double[] mean = mean(vectors);
        final int first = switch (start) {
            case CENTRAL -> nearest(vectors, mean);
            case FIRST -> 0;
            case RANDOM -> random.nextInt(vectors.length);
        };
        return new FarthestFirst(vectors.length, (i, j) -> square(vectors[i], vectors[j])).choose(first,
            square(vectors[first], mean), budget, run);
    }

    /** To the nearest of the others. */
    private static double[] squares(final float[][] vectors, final float[][] others) {
        final double[] squares = new double[vectors.length];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        Ranges.forAll(squares.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (final float[] other : others) {
                    squares[i] = Math.min(squares[i], square(vectors[i], other));
                }
            }
        });
        return squares;
    }

    private static int nearest(final float[][] vectors, final double[] mean) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < vectors.length; i++) {
            final double square = square(vectors[i], mean);
            if (square < least) {
                best = i;
                least = square;
            }
        }
        return best;
    }

    private static double[] mean(final float[][] vectors) {
        final double[] mean = new double[vectors[0].length];
        for (final float[] vector : vectors) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += (double)vector[k] / vectors.length;
            }
        }
        return mean;
    }

    private static double square(final float[] a, final double[] b) {
        double square = 0;
        for (int k = 0; k < a.length; k++) {
            square += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return square;
    }

    static double square(final float[] a, final float[] b) {
        double square = 0;
        for (int k = 0; k < a.length; k++) {
            final double difference = (double)a[k] - b[k];
            square += difference * difference;
        }
        return square;
    }
}
