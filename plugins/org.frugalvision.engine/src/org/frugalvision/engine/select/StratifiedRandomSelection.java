// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes images at random within each class; the classes share the budget in proportion to their sizes, see {@link
 * ClassQuotas}. The order of choice is a random order of all classes mixed. Cost: O(images + classes^2).
 */
record StratifiedRandomSelection() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("stratified-random", "Stratified random",
        "Takes images at random within each class, so that every class keeps its share of the images and none is lost.",
        "", Set.of(Need.LABELS), "always 0", "O(images); decodes nothing",
        "The better baseline where labels are known and few images are taken: on Fashion-MNIST (lenet, 320 updates,"
            + " 5 seeds) 20 images gave a test accuracy of 0.58 against 0.51 of random, 50 images 0.68 against 0.64;"
            + " from 100 images on both are equal within the noise.", SelectorInfo.Trait.DRAWS_AT_RANDOM);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final var labels = pool.get(Need.LABELS);
        final var open = ClassQuotas.of(labels, budget);
        final var indices = new int[budget];
        int taken = 0;
        run.checkCanceled();
        for (final int i : RandomOrder.of(pool.size(), random)) {
            if (open[labels[i]] > 0) {
                open[labels[i]]--;
                indices[taken++] = i;
            }
        }
        return new Selection(indices, new double[budget]);
    }
}
