// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Takes, one by one, the image x of largest lambda sum_i s(i, x) - 2 sum_j s(j, x), i over all images and j over those
 * taken or selected already: similar to all, but not to what is there. Similarity is 1/2 + 1/2 cosine ({@link
 * CosineSimilarity}); ties: lowest index. The constant s(x, x) is left out, as usual. Cost: O((images + budget) x
 * images x features) time, O(images) memory. Iyer and Bilmes 2013, arXiv:1311.2106; as coreset: Guo, Zhao and Bai 2022,
 * arXiv:2204.08499.
 *
 * @param lambda how much similarity to all counts, above 0, at most 1,000,000
 */
record GraphCut(double lambda) implements SubsetSelector {

    static final GraphCut DEFAULT = new GraphCut(1);

    static final SelectorInfo INFO = new SelectorInfo("graph-cut", "Graph cut",
        "Takes the images that are similar to all others but not to each other.",
        "Guo, Zhao, Bai 2022, arXiv:2204.08499", Set.of(Need.VECTORS, Need.SELECTED),
        "similarity to all images times lambda, less twice that to the images chosen before",
        "O((images + budget) x images x features) time; no matrix is kept",
        "Not for a whole pool with lambda 1, where likeness to all outweighs everything: 100 of the 5,000 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, embeddings of a LeNet trained on 100 random "
            + "images) gave a test accuracy of 0.296, 100 random ones 0.698. Its benchmark "
            + "uses it class by class, which was not compared here.");

    /** Refuses values out of range. */
    GraphCut {
        if (!(lambda > 0 && lambda <= 1e6)) {
            throw new SettingsException("Weight of all images (lambda)",
                "must be greater than 0 and at most 1,000,000", lambda, "Start with 1.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final double[] likeness = new CrossCosine(vectors, OtherVectors.selected(pool)).sums();
        return choose(new CosineSimilarity(vectors), Arrays.stream(likeness).map(sum -> -2 * sum).toArray(), budget,
            run);
    }

    /** @param gains what is added to what each image would add; changed */
    Selection choose(final Similarity similarity, final double[] gains, final int budget, final RunControl run)
        throws CanceledException {
        final double[] column = new double[gains.length];
        for (int i = 0; i < gains.length; i++) {
            run.checkCanceled();
            similarity.column(i, column);
            for (final double value : column) {
                gains[i] += lambda * value;
            }
        }
        final boolean[] taken = new boolean[gains.length];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            final int best = Highest.of(gains, taken);
            indices[k] = best;
            scores[k] = gains[best];
            taken[best] = true;
            similarity.column(best, column);
            for (int i = 0; i < gains.length; i++) {
                gains[i] -= 2 * column[i];
            }
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores);
    }
}
