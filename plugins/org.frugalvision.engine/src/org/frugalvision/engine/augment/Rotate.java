// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Turns the image about its centre, counter-clockwise for positive angles; the size stays. Cost: O(values). */
final class Rotate implements Operation {

    static final OperationInfo INFO = new OperationInfo("rotate", "Rotate",
        "Turns the image about its center, counter-clockwise for positive angles.",
        new Magnitude("degrees", -180, 180, -15, 15, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final double cosine = StrictMath.cos(Math.toRadians(magnitude));
        final double sine = StrictMath.sin(Math.toRadians(magnitude));
        return new Warp(cosine, -sine, sine, cosine).apply(image, rendering);
    }
}
