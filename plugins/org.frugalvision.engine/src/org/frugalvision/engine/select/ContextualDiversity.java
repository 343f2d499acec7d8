// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Repeatedly takes the image whose probabilities diverge most from those of all taken so far, by half the sum of both
 * Kullback-Leibler divergences in nats, probabilities below 1e-8 counting as 1e-8; where no images were selected
 * already, the first image is that of the highest entropy; ties: lowest index. Cost: O((images selected already +
 * budget) x images x classes). Agarwal, Arora, Anand and Arora 2020, arXiv:2008.05723.
 */
record ContextualDiversity() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("contextual-diversity", "Contextual diversity",
        "Takes the image that a network confuses in another way than all images taken so far.",
        "Agarwal, Arora, Anand, Arora 2020, arXiv:2008.05723", Set.of(Need.PROBABILITIES, Need.SELECTED),
        "divergence from the nearest image chosen before, in nats; of the first one where there is none, its entropy",
        "O(budget x images x classes) time",
        "Worse than chance for a first training set; beside known images hardly better: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.656, 100 random ones 0.694; trained together with these 100 it was 0.772, "
            + "against 0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] rows = pool.get(Need.PROBABILITIES);
        final Pool before = pool.get(Need.SELECTED);
        if (before.size() > 0) {
            final double[][] others = before.get(Need.PROBABILITIES);
            return new FarthestFirst(rows.length, (i, j) -> Surprise.divergence(rows[i], rows[j]),
                Arrays.stream(rows).mapToDouble(row -> nearest(row, others)).toArray()).choose(budget, run);
        }
        final double[] entropies = Arrays.stream(rows).mapToDouble(Surprise::entropy).toArray();
        final int first = Highest.of(entropies, new boolean[rows.length]);
        return new FarthestFirst(rows.length, (i, j) -> Surprise.divergence(rows[i], rows[j]))
            .choose(first, entropies[first], budget, run);
    }

    private static double nearest(final double[] row, final double[][] others) {
        return Arrays.stream(others).mapToDouble(other -> Surprise.divergence(row, other)).min().orElseThrow();
    }
}
