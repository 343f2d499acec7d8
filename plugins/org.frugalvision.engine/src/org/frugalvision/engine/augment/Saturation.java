// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * Moves every pixel away from its grey, or towards it. Pillow (Color) cuts fractions off, this rounds. Cost: O(values).
 */
final class Saturation implements Operation {

    static final OperationInfo INFO = new OperationInfo("saturation", "Saturation",
        "Strengthens the colors of an RGB image: 0 is gray, 1 leaves it as it is.",
        new Magnitude("factor", 0, 4, 0.7, 1.3, 1)).colourOnly();

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.blend(image, image.luma(), magnitude);
    }
}
