// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images nearest to the boundary of their predicted class, by the length of the smallest change of pixels
 * that DeepFool finds to be enough; ties: lowest index. Cost: O(images log images), and the passes beforehand. Ducoffe
 * and Precioso 2018, arXiv:1802.09841; DeepFool: Moosavi-Dezfooli, Fawzi and Frossard 2016, arXiv:1511.04599. Deviation
 * from DeepAL (Zhan et al. 2022): its code goes to the last class, not the nearest.
 */
record DeepFool() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("deepfool", "Adversarial (DeepFool)",
        "Takes the images that the smallest change of pixels lets a network predict otherwise.",
        "Ducoffe, Precioso 2018, arXiv:1802.09841; Moosavi-Dezfooli, Fawzi, Frossard 2016, "
            + "arXiv:1511.04599", Set.of(Need.DEEP_FOOL),
        "0 less the length of the change, in the scale of pixels from 0 to 1",
        "O(50 x classes x images x 2 x multiply-adds) time at most, charged",
        "As good as margin, which takes one pass instead of many: " + BesideKnown.accuracy("0.779 (SD 0.015)"));

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[] values = pool.get(Need.DEEP_FOOL);
        run.checkCanceled();
        return Highest.select(Arrays.stream(values).map(value -> -value).toArray(), budget);
    }
}
