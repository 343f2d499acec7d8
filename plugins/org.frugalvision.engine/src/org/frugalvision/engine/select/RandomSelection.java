// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;

/** Every subset of the budget's size with equal probability: the baseline. Cost: O(images). */
record RandomSelection() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("random", "Random",
        "Takes images at random, each with the same chance.", "", Set.of(), "always 0",
        "O(images); decodes nothing",
        "The baseline: any other method has to beat it at the same budget, and many published ones do not.",
        SelectorInfo.Trait.DRAWS_AT_RANDOM);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        run.checkCanceled();
        return new Selection(Arrays.copyOf(RandomOrder.of(pool.size(), random), budget), new double[budget]);
    }
}
