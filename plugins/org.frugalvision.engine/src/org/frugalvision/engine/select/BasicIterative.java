// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images nearest to the boundary of their predicted class, by the length of the change of pixels that steps
 * of 0.05 along the sign of the gradient make until the prediction flips, at most 50; images that do not flip come
 * last; ties: lowest index. Cost: O(images log images), and the passes beforehand. Kurakin, Goodfellow and Bengio 2017,
 * arXiv:1607.02533; as selection: Zhan et al. 2022, arXiv:2203.13450, whose code has no limit of steps.
 */
record BasicIterative() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("bim", "Adversarial (BIM)",
        "Takes the images that few small steps against the gradient let a network predict otherwise.",
        "Kurakin, Goodfellow, Bengio 2017, arXiv:1607.02533; Zhan et al. 2022, "
            + "arXiv:2203.13450", Set.of(Need.ITERATIVE),
        "0 less the length of the change, in the scale of pixels from 0 to 1",
        "O(50 x images x 2 x multiply-adds) time at most, charged",
        "Worse than chance here, at the cost of many passes: " + BesideKnown.accuracy("0.713"));

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[] values = pool.get(Need.ITERATIVE);
        run.checkCanceled();
        return Highest.select(Arrays.stream(values).map(value -> -value).toArray(), budget);
    }
}
