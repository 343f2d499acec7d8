// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * Shears the image about its centre: rows move to the left by a share of how far they lie below it. Pillow shears about
 * the upper left corner. Cost: O(values).
 */
final class ShearX implements Operation {

    static final OperationInfo INFO = new OperationInfo("shear-x", "Shear in x",
        "Slants the image: rows move sideways by a share of their distance from the center.",
        new Magnitude("pixels per row", -1, 1, -0.2, 0.2, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return new Warp(1, magnitude, 0, 1).apply(image, rendering);
    }
}
