// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Enlarges the image about its centre, or shrinks it; the size stays. Cost: O(values). */
final class Scale implements Operation {

    static final OperationInfo INFO = new OperationInfo("scale", "Scale",
        "Enlarges the image about its center (above 1) or shrinks it (below 1); its size stays.",
        new Magnitude("factor", 0.1, 10, 0.8, 1.2, 1));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return new Warp(1 / magnitude, 0, 0, 1 / magnitude).apply(image, rendering);
    }
}
