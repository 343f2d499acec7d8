// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Adds a number from a normal distribution to every value, opacity aside. Cost: O(values). */
final class GaussianNoise implements Operation {

    static final OperationInfo INFO = new OperationInfo("gaussian-noise", "Gaussian noise",
        "Adds random noise to every value.",
        new Magnitude("standard deviation as a share of the largest value", 0, 1, 0, 0.05, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int[] values = image.values().clone();
        for (int i = 0; i < image.tones() * image.area(); i++) {
            values[i] = image.rounded(values[i] + magnitude * image.max() * random.nextGaussian());
        }
        return image.with(values);
    }
}
