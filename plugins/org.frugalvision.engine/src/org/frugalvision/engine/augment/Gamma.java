// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Raises every value, as a share of the largest, to a power. Cost: O(values). */
final class Gamma implements Operation {

    static final OperationInfo INFO = new OperationInfo("gamma", "Gamma",
        "Brightens the middle tones (below 1) or darkens them (above 1); black and white stay.",
        new Magnitude("exponent", 0.1, 10, 0.7, 1.4, 1));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.map(image,
            value -> image.rounded(image.max() * StrictMath.pow(value / (double)image.max(), magnitude)));
    }
}
