// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images whose gradients by the last layer are longest early in training (GraNd), averaged over networks from
 * several starts; ties: lowest index. Cost: O(images log images), and the trainings beforehand. Paul, Ganguli and
 * Dziugaite 2021, arXiv:2107.07075. Deviation: the gradient is that of the last layer, as in DeepCore (Guo, Zhao and
 * Bai 2022), whose code counts gradients of a short last batch too much, which is a slip.
 */
record GradientNorm() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("grand", "GraNd",
        "Takes the images that would move the last layer of networks most early in training.",
        "Paul, Ganguli, Dziugaite 2021, arXiv:2107.07075", Set.of(Need.GRADIENT_NORMS),
        "length of the gradient by the last layer, averaged over networks",
        "O(networks x epochs x images x multiply-adds) time, charged; nothing if a column has the numbers",
        "Not for choosing a small set, where the hardest images teach nothing: "
            + OfLearned.accuracies("0.146", "0.213"));

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[] values = pool.get(Need.GRADIENT_NORMS);
        run.checkCanceled();
        return Highest.select(values, budget);
    }
}
