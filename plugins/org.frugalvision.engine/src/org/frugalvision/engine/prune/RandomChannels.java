// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.frugalvision.engine.prune.CriterionInfo.Trait.DRAWS_AT_RANDOM;

import java.util.random.RandomGenerator;

/**
 * Numbers drawn at random: the baseline. Cost: O(channels).
 */
public record RandomChannels() implements ChannelCriterion {

    static final CriterionInfo INFO = new CriterionInfo("random", "Random",
        "Removes channels drawn at random: what every criterion must beat.",
        "",
        "Not measured yet.", DRAWS_AT_RANDOM);

    @Override
    public double[] scores(final ChannelGroup group, final PruningContext context) {
        final RandomGenerator random =
            context.seeds().named("criterion").child(Integer.toString(group.id())).generator();
        return random.doubles(group.channels()).toArray();
    }
}
