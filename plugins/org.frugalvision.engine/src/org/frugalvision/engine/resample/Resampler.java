// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.random.RandomGenerator;

/**
 * Says how often each image is to be there. Stateless: equal arguments give equal results. Instances come from {@link
 * Resamplers}; {@link Resampling} checks the arguments beforehand, so that a method need not.
 */
@FunctionalInterface
public interface Resampler {

    /**
     * @param pool the images, at least one
     * @param random source of chance
     * @return times of each image, 0 where it is left out
     * @throws org.frugalvision.engine.run.SettingsException if the settings ask for what the pool cannot give
     */
    int[] times(LabelledPool pool, RandomGenerator random);
}
