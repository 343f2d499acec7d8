// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.run.SettingsException;

/**
 * Brings every class that has images to the same number: larger ones lose images, smaller ones have theirs repeated,
 * see {@link ClassSizes}. Cost: O(images x classes).
 *
 * @param images of each class, 1 to 1,000,000
 */
record TargetCount(int images) implements Resampler {

    static final TargetCount DEFAULT = new TargetCount(100);

    static final ResamplerInfo INFO = new ResamplerInfo("target-count", "Same number for all",
        "Brings every class to a number of images: leaves out those of larger classes, repeats those of smaller ones.",
        ResamplingVerdicts.BUDA, ResamplingVerdicts.TARGET_COUNT, Trait.REPEATS, Trait.DROPS);

    private static final int MOST = 1_000_000;

    TargetCount {
        if (images < 1 || images > MOST) {
            throw new SettingsException("Images per class", "must be from 1 to 1,000,000", images,
                "Enter a number such as 100.");
        }
    }

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        return ClassSizes.times(pool, label -> images, random);
    }
}
