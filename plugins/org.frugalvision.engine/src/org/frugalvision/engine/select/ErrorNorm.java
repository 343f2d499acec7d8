// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images on which networks err most early in training (EL2N): by the length of the difference between
 * probabilities and label, averaged over networks from several starts; ties: lowest index. Cost: O(images log images),
 * and the trainings beforehand. Paul, Ganguli and Dziugaite 2021, arXiv:2107.07075.
 */
record ErrorNorm() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("el2n", "EL2N",
        "Takes the images that networks find hardest early in training, by the size of their errors.",
        "Paul, Ganguli, Dziugaite 2021, arXiv:2107.07075", Set.of(Need.ERROR_NORMS),
        "length of the difference between probabilities and label, averaged over networks",
        "O(networks x epochs x images x multiply-adds) time, charged; nothing if a column has the numbers",
        "Not for choosing a small set, where the hardest images teach nothing: "
            + OfLearned.accuracies("0.128", "0.189"));

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[] values = pool.get(Need.ERROR_NORMS);
        run.checkCanceled();
        return Highest.select(values, budget);
    }
}
