// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Inverts every value. Cost: O(values). */
final class Invert implements Operation {

    static final OperationInfo INFO = new OperationInfo("invert", "Invert", "Makes dark what is bright, as on a "
        + "negative.",
        Magnitude.NONE);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.map(image, value -> image.max() - value);
    }
}
