// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images that a network predicts otherwise than the 10 images nearest to them (Euclidean), of those selected
 * already, or of the pool where there are none: by the mean of half the sum of both Kullback-Leibler divergences, in
 * nats; ties: lowest index. Cost: O(images x images compared with x features) time. Margatina, Vernikos, Barrault and
 * Aletras 2021, arXiv:2109.03764. Deviation: DeepCore's code (Guo, Zhao and Bai 2022) takes the lowest.
 */
record ContrastiveActiveLearning() implements SubsetSelector {

    private static final int NEIGHBOURS = 10;

    static final SelectorInfo INFO = new SelectorInfo("cal", "Contrastive active learning (CAL)",
        "Takes the images that a network predicts otherwise than images that are like them.",
        "Margatina, Vernikos, Barrault, Aletras 2021, arXiv:2109.03764", 
        Set.of(Need.VECTORS, Need.PROBABILITIES, Need.SELECTED),
        "mean divergence from the predictions of the 10 nearest images, in nats",
        "O(images x images x features) time; no matrix is kept",
        "Not for a first training set, and below chance beside known images: 100 of 4,900 Fashion-MNIST "
            + "images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) gave a test "
            + "accuracy of 0.461, 100 random ones 0.694; trained together with these 100 it was 0.752, against "
            + "0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] rows = pool.get(Need.PROBABILITIES);
        final float[][] vectors = pool.get(Need.VECTORS);
        final float[][] before = OtherVectors.selected(pool);
        final boolean alone = before.length == 0;
        final double[][] others = alone ? rows : pool.get(Need.SELECTED).get(Need.PROBABILITIES);
        final NearestNeighbours neighbours =
            new NearestNeighbours(vectors, alone ? vectors : before, NEIGHBOURS);
        final double[] scores = new double[rows.length];
        for (int i = 0; i < scores.length; i++) {
            run.checkCanceled();
            run.progress((double)i / scores.length, "images are compared with their neighbors");
            scores[i] = score(rows[i], others, neighbours.of(i));
        }
        return Highest.select(scores, budget);
    }

    static double score(final double[] row, final double[][] others, final int[] neighbours) {
        double sum = 0;
        for (final int neighbour : neighbours) {
            sum += Surprise.divergence(row, others[neighbour]);
        }
        return neighbours.length == 0 ? 0 : sum / neighbours.length;
    }
}
