// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * {@link Herding} on the vectors of images, such as the embeddings of a network, instead of their pixels: within each
 * class, repeatedly takes the image that brings the mean of the taken ones closest (Euclidean) to the mean of the
 * class; ties: lowest index; classes share the budget as in {@link ClassQuotas} and take turns. Cost: O(budget x images
 * of the class x features). Welling 2009, doi:10.1145/1553374.1553517; as coreset: Guo, Zhao and Bai 2022,
 * arXiv:2204.08499, whose code takes the farthest image, which is a slip.
 */
record HerdingOnEmbeddings() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("herding-embeddings", "Herding (embeddings)",
        "Takes, class by class, the images whose mean stays closest to the mean of the class, judged by what a network "
            + "sees in them.",
        "Welling 2009, doi:10.1145/1553374.1553517; as coreset: Guo, Zhao, Bai 2022, arXiv:2204.08499",
        Set.of(Need.LABELS, Need.VECTORS),
        "distance between t times the mean of the class and the sum of the t images taken from it so far",
        "O(budget x images per class x features) time",
        "As good as facility location, and less than a quarter of its time, but it needs all labels: "
            + OfLearned.accuracies("0.709 (SD 0.024)", "0.820"));

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        return Herding.choose(pool.get(Need.LABELS), pool.get(Need.VECTORS), budget, run);
    }
}
