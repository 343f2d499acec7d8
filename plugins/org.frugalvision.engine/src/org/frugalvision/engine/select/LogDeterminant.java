// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Takes, one by one, the image that makes the determinant of the similarities of those taken grow most: the one that
 * the others explain least. Similarity is 1/2 + 1/2 cosine ({@link CosineSimilarity}); ties: lowest index. Images
 * selected already explain, too. The gain of x is ln(s(x, x) - s(x, A) S(A, A)^-1 s(A, x)), see {@link Explained}.
 * Cost: O(budget x images x (features + budget)) time, budget x images numbers in memory, of which 100,000,000 are the
 * most. As coreset: Guo, Zhao and Bai 2022, arXiv:2204.08499, whose code takes what the others explain best, which is a
 * slip.
 */
record LogDeterminant() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("log-determinant", "Log-determinant",
        "Takes the image that the images taken so far explain least.",
        "Kulesza, Taskar 2012, arXiv:1207.6083; as coreset: Guo, Zhao, Bai 2022, arXiv:2204.08499",
        Set.of(Need.VECTORS, Need.SELECTED), "logarithm of the share of the image that those chosen before do not "
            + "explain",
        "O(budget x images x (features + budget)) time, 4 bytes x budget x images in memory, at most 400 MB",
        "Seeks what is unlike all else, which did not pay: 100 of 4,900 Fashion-MNIST images (LeNet, 320 "
            + "updates, 3 seeds, a network trained on 100 other random images) gave a test accuracy of 0.646, 100 "
            + "random ones 0.694; trained together with these 100 it was 0.746, against 0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final float[][] before = OtherVectors.selected(pool);
        Explained.checkSize("Log-determinant", pool.size(), (long)budget + before.length);
        final Explained explained = new Explained(new CosineSimilarity(vectors), 0);
        if (before.length > 0) {
            final double[] scales = new double[before.length];
            Arrays.fill(scales, 1);
            explained.condition(new CrossCosine(vectors, before), new CosineSimilarity(before), scales, run);
        }
        return choose(explained, budget, run);
    }

    static Selection choose(final Explained explained, final int budget, final RunControl run)
        throws CanceledException {
        final boolean[] taken = new boolean[explained.size()];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            indices[k] = Highest.of(explained.variances(), taken);
            taken[indices[k]] = true;
            scores[k] = Math.log(explained.variances()[indices[k]]);
            explained.take(indices[k]);
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores);
    }
}
