// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Keeps the highest bits of every value and makes the others 0. Cost: O(values). */
final class Posterise implements Operation {

    static final OperationInfo INFO = new OperationInfo("posterise", "Posterize",
        "Keeps the highest bits of every value only, so that few shades are left.",
        new Magnitude("bits, rounded", 1, 16, 4, 8, 16));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int dropped = Math.max(0, Integer.bitCount(image.max()) - (int)Math.round(magnitude));
        return Tones.map(image, value -> value >> dropped << dropped);
    }
}
