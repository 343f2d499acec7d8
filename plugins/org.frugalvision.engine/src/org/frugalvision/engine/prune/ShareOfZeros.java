// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.frugalvision.engine.prune.CriterionInfo.Trait.NEEDS_IMAGES;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;

/**
 * Share of the values of the maps that are not 0, as the next layers read them: behind a pooling fewer are 0 than
 * before. Cost: O(images x multiply-adds).
 */
public record ShareOfZeros() implements ChannelCriterion {

    static final CriterionInfo INFO = new CriterionInfo("zeros", "Share of zeros (APoZ)",
        "Removes the channels whose maps are 0 most often.",
        "Hu et al. 2016, arXiv:1607.03250",
        "On Fashion-MNIST (LeNet with batch normalization, 1,000 images, 3 seeds) with 30 % of the "
            + "multiply-adds left the test accuracy fell from 0.816 to 0.330 and was 0.792 after three epochs of "
            + "fine-tuning (random: 0.289 and 0.791).", NEEDS_IMAGES);

    @Override
    public double[] scores(final ChannelGroup group, final PruningContext context) throws CanceledException {
        final MapStatistics statistics = context.statistics(group);
        return Arrays.stream(statistics.mean(statistics.zeros())).map(zeros -> 1 - zeros).toArray();
    }
}
