// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.run.RandomOrder;

/**
 * Makes a pool imbalanced, for experiments: the numbers of images fall in equal steps from class to class, in an order
 * drawn at random, down to {@code ratio} times fewer. The most frequent class has the images of the smallest class, so
 * that images are never repeated. Buda, Maki, Mazurowski 2018 (their rho). Cost: O(images x classes).
 *
 * @param ratio images of the most frequent class for one of the rarest, at least 1
 */
record LinearImbalance(double ratio) implements Resampler {

    static final LinearImbalance DEFAULT = new LinearImbalance(10);

    static final ResamplerInfo INFO = new ResamplerInfo("linear-imbalance", "Make imbalanced: linear",
        "Makes every class rarer than the one before it, in equal steps, to try out what imbalance does.",
        ResamplingVerdicts.BUDA, "For experiments: it only makes a task harder.", Trait.DROPS);

    LinearImbalance {
        Ratio.check(ratio);
    }

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        final int[] present = pool.present();
        Ratio.check(pool, present.length, ratio);
        RandomOrder.shuffle(present, random);
        final int[] sizes = new int[pool.classes().size()];
        final double most = pool.smallest();
        for (int rank = 0; rank < present.length; rank++) {
            sizes[present[rank]] =
                (int)Math.round(most - rank / (present.length - 1.0) * (most - most / ratio));
        }
        return ClassSizes.times(pool, label -> sizes[label], random);
    }
}
