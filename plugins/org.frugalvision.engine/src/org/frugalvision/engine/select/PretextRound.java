// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;

/**
 * Chooses the images to label next (PT4AL): images are sorted by the loss of a pretext task, highest first (ties:
 * lowest index), and cut into as many equal batches as there are rounds; of the batch of this round, those that the
 * network is least sure of are taken, by 1 less the highest probability; ties: higher loss. Where the budget is larger
 * than the batch, more images follow it. Cost: O(images x (classes + log images)). Yi et al. 2022, arXiv:2201.07459,
 * whose code sorts losses as texts and normalises scores before softmax, which are slips.
 *
 * @param cycles how many rounds there are, 1 to 1,000
 * @param cycle which one this is, 1 to 1,000; after the last round its batch is used on
 */
record PretextRound(int cycles, int cycle) implements SubsetSelector {

    static final PretextRound DEFAULT = new PretextRound(10, 1);

    static final SelectorInfo INFO = new SelectorInfo("pt4al", "PT4AL, later rounds",
        "Takes, of the images that a pretext task finds about as hard, those that a network is least sure of; round by "
            + "round easier ones.",
        "Yi, Seo, Park, Choi 2022, arXiv:2201.07459", Set.of(Need.PRETEXT_LOSS, Need.PROBABILITIES),
        "1 less the highest probability", "O(images x classes) time; the pretext task beforehand",
        "In its second of ten rounds, 100 images chosen by it beside 200 known random ones of Fashion-MNIST "
            + "(LeNet with dropout, 3 seeds) gave a test accuracy of 0.798 (SD 0.009), random ones 0.767; margin, "
            + "which needs no pretext task, 0.802.");

    /** Refuses values out of range. */
    PretextRound {
        PretextBatches.checkCycles(cycles);
        if (cycle < 1 || cycle > 1000) {
            throw new SettingsException("This round", "must be at least 1 and at most 1,000", cycle,
                "Choose \"PT4AL, first round\" for the first one.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        run.checkCanceled();
        final int[] batch = PretextBatches.batch(PretextBatches.order(pool.get(Need.PRETEXT_LOSS)), cycles,
            Math.min(cycle, cycles - 1), budget);
        final Selection chosen =
            Highest.select(IntStream.of(batch).mapToDouble(i -> unsure(probabilities[i])).toArray(), budget);
        return new Selection(IntStream.of(chosen.indices()).map(i -> batch[i]).toArray(), chosen.scores());
    }

    private static double unsure(final double[] row) {
        return 1 - row[Surprise.predicted(row)];
    }
}
