// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.resample.ResamplerInfo.Trait;

/**
 * Repeats images of small classes until each class has {@code balance} times the images of the largest one, rounded to
 * the nearest image; classes that have more keep them. Buda, Maki, Mazurowski 2018 draw the repeated images with
 * replacement; here they are shared evenly, see {@link ClassSizes}. Cost: O(images x classes).
 *
 * @param balance above 0, at most 1
 */
record Oversampling(double balance) implements Resampler {

    static final Oversampling DEFAULT = new Oversampling(1);

    static final ResamplerInfo INFO = new ResamplerInfo("oversampling", "Oversampling",
        "Repeats images of small classes until every class has as many as the largest, or a part of it.",
        ResamplingVerdicts.BUDA, ResamplingVerdicts.OVERSAMPLING, Trait.REPEATS);

    Oversampling {
        Level.check(balance);
    }

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        final int[] counts = pool.counts();
        final int least = (int)Math.round(pool.largest() * balance);
        return ClassSizes.times(pool, label -> Math.max(counts[label], least), random);
    }
}
