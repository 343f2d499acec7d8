// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.frugalvision.engine.prune.CriterionInfo.Trait.NEEDS_IMAGES;

import org.frugalvision.engine.run.CanceledException;

/**
 * Mean absolute value of the maps, as the next layers read them. Cost: O(images x multiply-adds).
 */
public record MeanActivation() implements ChannelCriterion {

    static final CriterionInfo INFO = new CriterionInfo("mean-activation", "Mean activation",
        "Removes the channels whose maps have the smallest mean absolute value.",
        "Molchanov et al. 2017, arXiv:1611.06440",
        "Not measured yet.", NEEDS_IMAGES);

    @Override
    public double[] scores(final ChannelGroup group, final PruningContext context) throws CanceledException {
        final MapStatistics statistics = context.statistics(group);
        return statistics.mean(statistics.sizes());
    }
}
