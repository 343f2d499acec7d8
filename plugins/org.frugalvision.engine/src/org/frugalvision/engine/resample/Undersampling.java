// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.resample.ResamplerInfo.Trait;

/**
 * Leaves out images of large classes, at random, until none has more than the smallest class over {@code balance},
 * rounded to the nearest image. Classes without images do not count. Buda, Maki, Mazurowski 2018. Cost: O(images x
 * classes).
 *
 * @param balance above 0, at most 1
 */
record Undersampling(double balance) implements Resampler {

    static final Undersampling DEFAULT = new Undersampling(1);

    static final ResamplerInfo INFO = new ResamplerInfo("undersampling", "Undersampling",
        "Leaves out images of large classes until every class has as many as the smallest, or a multiple of it.",
        ResamplingVerdicts.BUDA, ResamplingVerdicts.UNDERSAMPLING, Trait.DROPS);

    Undersampling {
        Level.check(balance);
    }

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        final int[] counts = pool.counts();
        final long most = Math.round(pool.smallest() / balance);
        return ClassSizes.times(pool, label -> (int)Math.min(counts[label], most), random);
    }
}
