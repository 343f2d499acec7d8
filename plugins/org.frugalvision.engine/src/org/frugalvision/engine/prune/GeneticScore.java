// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.frugalvision.engine.prune.CriterionInfo.Trait.DRAWS_AT_RANDOM;
import static org.frugalvision.engine.prune.CriterionInfo.Trait.NEEDS_IMAGES;

import org.frugalvision.engine.run.CanceledException;

/**
 * Evolves a formula for this network and these images, see {@link FormulaSearch}: 16 formulas, 5 generations, each new
 * formula a pass of the images through half of the network. Cost: O(70 x images x multiply-adds).
 */
public record GeneticScore() implements ChannelCriterion {

    static final CriterionInfo INFO = new CriterionInfo("genetic", "Score evolved here (genetic program)",
        "Evolves a formula for scores on this network and these images, 16 formulas over 5 generations.",
        "Liu, Kung and Wentzlaff 2022, arXiv:2110.10876",
        "Did not pay here: on Fashion-MNIST (LeNet with batch normalization, 1,000 images, 3 seeds) with 30 % of the "
            + "multiply-adds left the test accuracy fell from 0.816 to 0.450 and was 0.789 after three epochs of "
            + "fine-tuning (random: 0.289 and 0.791).", NEEDS_IMAGES, DRAWS_AT_RANDOM);

    private static final int TREES = 16;

    private static final int GENERATIONS = 5;

    @Override
    public double[] scores(final ChannelGroup group, final PruningContext context) throws CanceledException {
        return FormulaSearch.scores(context.formula(TREES, GENERATIONS), group, context);
    }
}
