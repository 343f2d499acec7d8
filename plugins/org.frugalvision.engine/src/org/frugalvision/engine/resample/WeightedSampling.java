// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.run.SettingsException;

/**
 * Draws images with replacement, each with a chance of one over the number of images of its class: every class is drawn
 * equally often on average, and so is every image of a class. Ma et al. 2023, who draw anew in every epoch; here one
 * draw makes one table. Cost: O(images x classes + draws).
 *
 * @param draws how many images are drawn; 0: as many as there are
 */
record WeightedSampling(int draws) implements Resampler {

    static final WeightedSampling DEFAULT = new WeightedSampling(0);

    static final ResamplerInfo INFO = new ResamplerInfo("weighted-sampling", "Weighted sampling",
        "Draws images with replacement, those of small classes more often, so that all classes are equally likely.",
        "Ma et al. 2023, arXiv:2212.10081", ResamplingVerdicts.WEIGHTED_SAMPLING, Trait.REPEATS, Trait.DROPS);

    private static final int MOST = 10_000_000;

    WeightedSampling {
        if (draws < 0 || draws > MOST) {
            throw new SettingsException("Images drawn", "must be from 0 to 10,000,000", draws,
                "Enter 0 for as many as there are.");
        }
    }

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        final int images = pool.labels().length;
        final int[] present = pool.present();
        final int[][] members = new int[pool.classes().size()][];
        for (final int label : present) {
            members[label] = IntStream.range(0, images).filter(i -> pool.labels()[i] == label).toArray();
        }
        final int[] times = new int[images];
        for (int draw = 0; draw < (draws == 0 ? images : draws); draw++) {
            final int[] drawn = members[present[random.nextInt(present.length)]];
            times[drawn[random.nextInt(drawn.length)]]++;
        }
        return times;
    }
}
