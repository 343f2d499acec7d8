// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Takes, one by one, the image that makes the determinant of the similarities of those taken grow most: the one that
 * the others explain least. Similarity is 1/2 + 1/2 cosine ({@link CosineSimilarity}); ties: lowest index. The gain of
 * x is ln(s(x, x) - s(x, A) S(A, A)^-1 s(A, x)), from a Cholesky factor that grows by a column for each image (Chen,
 * Zhang and Zhou 2018, arXiv:1709.05135); where nothing is left to explain, the variance counts as 1e-12. Cost:
 * O(budget x images x (features + budget)) time, budget x images numbers in memory, of which 100,000,000 are the most.
 * As coreset: Guo, Zhao and Bai 2022, arXiv:2204.08499, whose code takes what the others explain best, which is a slip.
 */
record LogDeterminant() implements SubsetSelector {

    private static final long MOST_NUMBERS = 100_000_000;

    private static final double LEAST = 1e-12;

    static final SelectorInfo INFO = new SelectorInfo("log-determinant", "Log-determinant",
        "Takes the image that the images taken so far explain least.",
        "Kulesza, Taskar 2012, arXiv:1207.6083; as coreset: Guo, Zhao, Bai 2022, arXiv:2204.08499",
        Set.of(Need.VECTORS), "logarithm of the share of the image that those chosen before do not explain",
        "O(budget x images x (features + budget)) time, 4 bytes x budget x images in memory, at most 400 MB",
        "Seeks what is unlike all else, which did not pay: 100 of 4,900 Fashion-MNIST images (LeNet, 320 "
            + "updates, 3 seeds, a network trained on 100 other random images) gave a test accuracy of 0.646, 100 "
            + "random ones 0.694; trained together with these 100 it was 0.746, against 0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        if ((long)budget * pool.size() > MOST_NUMBERS) {
            throw new DataException("Input",
                "method \"Log-determinant\" takes at most %s images x budget, but these are %s."
                    .formatted(Wording.value(MOST_NUMBERS), Wording.value((long)budget * pool.size())), "Lower Budget.",
                "Choose class by class.", "Choose another method, such as \"k-center greedy\".");
        }
        return choose(new CosineSimilarity(pool.get(Need.VECTORS)), budget, run);
    }

    static Selection choose(final Similarity similarity, final int budget, final RunControl run)
        throws CanceledException {
        final int size = similarity.size();
        final float[][] factor = new float[budget][];
        final double[] variances = new double[size];
        Arrays.setAll(variances, similarity::own);
        final double[] column = new double[size];
        final boolean[] taken = new boolean[size];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            final int best = Highest.of(variances, taken);
            taken[best] = true;
            indices[k] = best;
            scores[k] = Math.log(variances[best]);
            similarity.column(best, column);
            factor[k] = new float[size];
            final double deviation = Math.sqrt(variances[best]);
            for (int i = 0; i < size; i++) {
                double explained = column[i];
                for (int j = 0; j < k; j++) {
                    explained -= (double)factor[j][best] * factor[j][i];
                }
                factor[k][i] = (float)(explained / deviation);
                variances[i] = Math.max(LEAST, variances[i] - (double)factor[k][i] * factor[k][i]);
            }
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores);
    }
}
