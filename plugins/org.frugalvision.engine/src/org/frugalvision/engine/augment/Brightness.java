// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Multiplies every value. Pillow cuts fractions off, this rounds. Cost: O(values). */
final class Brightness implements Operation {

    static final OperationInfo INFO = new OperationInfo("brightness", "Brightness",
        "Multiplies all values: 0 is black, 1 leaves the image as it is.", new Magnitude("factor", 0, 4, 0.7, 1.3, 1));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.map(image, value -> image.rounded(magnitude * value));
    }
}
