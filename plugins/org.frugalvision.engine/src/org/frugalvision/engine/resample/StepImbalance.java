// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.SettingsException;

/**
 * Makes a pool imbalanced, for experiments: a share of the classes, drawn at random, keeps {@code ratio} times fewer
 * images than the others. The others have the images of the smallest class, so that images are never repeated. The
 * share is rounded to whole classes, at least one rare and one frequent. Buda, Maki, Mazurowski 2018 (their mu and
 * rho). Cost: O(images x classes).
 *
 * @param share of the classes that become rare, above 0 and below 1
 * @param ratio images of a frequent class for one of a rare class, at least 1
 */
record StepImbalance(double share, double ratio) implements Resampler {

    static final StepImbalance DEFAULT = new StepImbalance(0.5, 10);

    static final ResamplerInfo INFO = new ResamplerInfo("step-imbalance", "Make imbalanced: step",
        "Makes some classes rare, all alike, to try out what imbalance does.", ResamplingVerdicts.BUDA,
        "For experiments: it only makes a task harder.", Trait.DROPS);

    StepImbalance {
        if (!(share > 0 && share < 1)) {
            throw new SettingsException("Share of rare classes", "must be above 0 and below 1", share,
                "Enter a share such as 0.5.");
        }
        Ratio.check(ratio);
    }

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        final int[] present = pool.present();
        Ratio.check(pool, present.length, ratio);
        RandomOrder.shuffle(present, random);
        final int rare = Math.max(1, Math.min(present.length - 1, (int)Math.round(share * present.length)));
        final int[] sizes = new int[pool.classes().size()];
        Arrays.fill(sizes, pool.smallest());
        for (int i = 0; i < rare; i++) {
            sizes[present[i]] = (int)Math.round(pool.smallest() / ratio);
        }
        return ClassSizes.times(pool, label -> sizes[label], random);
    }
}
