// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Keeps the images of the highest entropy, 5 times as many as shall be chosen, and takes from them by {@link
 * FacilityLocation}; ties: lowest index. Cost: that of facility location on 5 x budget images. Wei, Iyer and Bilmes
 * 2015, Submodularity in data subset selection and active learning (ICML).
 */
record FilteredActiveSubmodular() implements SubsetSelector {

    private static final int KEPT = 5;

    static final SelectorInfo INFO = new SelectorInfo("fass", "Filtered active submodular selection (FASS)",
        "Takes those of the images a network is least decided about that are most similar to the others of them.",
        "Wei, Iyer, Bilmes 2015, Submodularity in data subset selection and active learning (ICML)",
        Set.of(Need.VECTORS, Need.PROBABILITIES, Need.SELECTED),
        "by how much the image brought the undecided ones closer to the nearest chosen one",
        "O(budget x budget x features) time, times the images looked at again for each choice",
        "Not for a first training set, and no better than chance beside known images: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.484, 100 random ones 0.694; trained together with these 100 it was 0.762, "
            + "against 0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final int kept = (int)Math.min(pool.size(), (long)KEPT * budget);
        final int[] undecided = new Entropy().select(pool, kept, random, run.part(0, 0)).indices();
        final Selection chosen = new FacilityLocation().select(pool.subset(undecided), budget, random, run);
        final int[] indices = new int[budget];
        for (int i = 0; i < budget; i++) {
            indices[i] = undecided[chosen.indices()[i]];
        }
        return new Selection(indices, chosen.scores());
    }
}
