// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * Shears the image about its centre: columns move up by a share of how far they lie to the right of it. Cost:
 * O(values).
 */
final class ShearY implements Operation {

    static final OperationInfo INFO = new OperationInfo("shear-y", "Shear in y",
        "Slants the image: columns move up or down by a share of their distance from the center.",
        new Magnitude("pixels per column", -1, 1, -0.2, 0.2, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return new Warp(1, 0, magnitude, 1).apply(image, rendering);
    }
}
