// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Inverts the values from a threshold on. Cost: O(values). */
final class Solarise implements Operation {

    static final OperationInfo INFO = new OperationInfo("solarise", "Solarize",
        "Inverts all values from a share of the largest on: 0 inverts all, 1 none.",
        new Magnitude("share of the largest value", 0, 1, 0.5, 1, 1));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final double threshold = magnitude * (image.max() + 1);
        return Tones.map(image, value -> value < threshold ? value : image.max() - value);
    }
}
