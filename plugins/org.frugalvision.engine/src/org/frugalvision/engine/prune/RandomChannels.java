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
        "On Fashion-MNIST (LeNet with batch normalization, 1,000 images, 3 seeds) with 30 % of the "
            + "multiply-adds left the test accuracy fell from 0.816 to 0.289 and was 0.791 after three epochs of "
            + "fine-tuning.", DRAWS_AT_RANDOM);

    @Override
    public double[] scores(final ChannelGroup group, final PruningContext context) {
        final RandomGenerator random =
            context.seeds().named("criterion").child(Integer.toString(group.id())).generator();
        return random.doubles(group.channels()).toArray();
    }
}
