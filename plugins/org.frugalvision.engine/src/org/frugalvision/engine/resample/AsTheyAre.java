// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Every image once: the baseline, and the way to class weights alone. Cost: O(images). */
record AsTheyAre() implements Resampler {

    static final ResamplerInfo INFO = new ResamplerInfo("as-they-are", "As they are",
        "Leaves every image where it is, for the table of classes and their weights.", "",
        "The baseline: any other method has to beat it on test images that nobody rebalanced.");

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        final int[] times = new int[pool.labels().length];
        Arrays.fill(times, 1);
        return times;
    }
}
