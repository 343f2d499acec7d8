// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes, one by one, the image that makes the sum over all images of their similarity to the nearest taken one grow
 * most; similarity is 1/2 + 1/2 cosine ({@link CosineSimilarity}); ties: lowest index. Images selected already count as
 * taken. See {@link GreedyCover} for the cost; class by class it is much less. As coreset: Guo, Zhao and Bai 2022,
 * arXiv:2204.08499.
 */
record FacilityLocation() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("facility-location", "Facility location",
        "Takes the images that are, together, most similar to all others.",
        "Guo, Zhao, Bai 2022, arXiv:2204.08499", Set.of(Need.VECTORS, Need.SELECTED),
        "by how much the image brought all others closer to the nearest chosen one",
        "O(budget x images x features) time, times the images looked at again for each choice; no matrix is kept",
        "The best choice of a small set here: 100 of the 5,000 Fashion-MNIST images (LeNet, 320 updates, 3 "
            + "seeds, embeddings of a LeNet trained on 100 random images) gave a test accuracy of 0.740, 100 random "
            + "ones 0.698, herding 0.718; it needs no labels, but a network, here one that "
            + "had learned from 100 labels. " + OfLearned.accuracies("0.716 (SD 0.015)", "0.820")
            + " By small versions of the pixels alone it is hardly better than chance: 50 gave 0.651.",
        SelectorInfo.Trait.SUBMODULAR);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        return new GreedyCover(new CosineSimilarity(vectors),
            new CrossCosine(vectors, OtherVectors.selected(pool)).highest(), GreedyCover.uncapped(vectors.length))
                .choose(budget, run);
    }
}
