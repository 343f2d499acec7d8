// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Chooses the images to label first by how hard a pretext task finds them (PT4AL): images are sorted by its loss,
 * highest first (ties: lowest index), and cut into as many equal batches as there will be rounds; of the first batch,
 * images at even spacing are taken. Where the budget is larger than the batch, more images follow it. Cost: O(images
 * log images). Yi et al. 2022, arXiv:2201.07459, whose code sorts losses as texts, which is a slip.
 *
 * @param cycles how many rounds there will be, 1 to 1,000
 */
record PretextStart(int cycles) implements SubsetSelector {

    static final PretextStart DEFAULT = new PretextStart(10);

    static final SelectorInfo INFO = new SelectorInfo("pt4al-start", "PT4AL, first round",
        "Takes images at even spacing from those that a pretext task, such as telling rotations, finds hardest.",
        "Yi, Seo, Park, Choi 2022, arXiv:2201.07459", Set.of(Need.PRETEXT_LOSS), "loss of the pretext task",
        "O(images log images) time; the pretext task beforehand",
        "Not for few images: the first tenth are the oddest of all, so that 50 first images of "
            + "Fashion-MNIST (LeNet, 320 updates, 3 seeds) gave a test accuracy of 0.288 (SD 0.024), random ones "
            + "0.627, k-means centers 0.708.");

    /** Refuses values out of range. */
    PretextStart {
        PretextBatches.checkCycles(cycles);
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[] losses = pool.get(Need.PRETEXT_LOSS);
        run.checkCanceled();
        final int[] batch = PretextBatches.batch(PretextBatches.order(losses), cycles, 0, budget);
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int k = 0; k < budget; k++) {
            indices[k] = batch[(int)((long)batch.length * k / budget)];
            scores[k] = losses[indices[k]];
        }
        return new Selection(indices, scores);
    }
}
