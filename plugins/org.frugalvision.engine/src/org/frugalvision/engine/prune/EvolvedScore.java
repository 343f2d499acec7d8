// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.frugalvision.engine.prune.CriterionInfo.Trait.NEEDS_IMAGES;

import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;

/**
 * varianceP + (varianceQ - mean)^2 / (varianceP + varianceQ + 0.05): the function that the authors' search found. They
 * sum over the places of the maps; here all places of a map are alike. Summed over the classes, each against all
 * others. Cost: O(images x multiply-adds).
 */
public record EvolvedScore() implements ChannelCriterion {

    static final CriterionInfo INFO = new CriterionInfo("evolved", "Evolved score",
        "Scores channels by a formula that a genetic program found on other networks.",
        "Liu, Kung and Wentzlaff 2022, arXiv:2110.10876",
        "On Fashion-MNIST (LeNet with batch normalization, 1,000 images, 3 seeds) with 30 % of the "
            + "multiply-adds left the test accuracy fell from 0.816 to 0.369 and was 0.795 after three epochs of "
            + "fine-tuning (random: 0.289 and 0.791).", NEEDS_IMAGES);

    /** Keeps denominators above 0. */
    private static final double SMALL = 5e-2;

    @Override
    public double[] scores(final ChannelGroup group, final PruningContext context) throws CanceledException {
        final MapStatistics statistics = context.statistics(group);
        return IntStream.range(0, group.channels()).mapToDouble(channel -> statistics.contrasts(channel).stream()
            .mapToDouble(EvolvedScore::of).sum()).toArray();
    }

    static double of(final Contrast it) {
        final double rest = it.varianceQ() - it.mean();
        return it.varianceP() + rest * rest / (it.varianceP() + it.varianceQ() + SMALL);
    }
}
