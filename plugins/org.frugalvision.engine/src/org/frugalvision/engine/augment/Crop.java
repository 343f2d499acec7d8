// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * Pads the image on all sides and cuts a part of the old size out at a random place, so that it moves by up to the
 * padding in both directions, whole pixels. Cost: O(values).
 */
final class Crop implements Operation {

    static final OperationInfo INFO = new OperationInfo("crop", "Pad and crop",
        "Pads the image on all sides by a share of its edges and cuts the old size out at a random place.",
        new Magnitude("padding as a share of the edges", 0, 1, 0.125, 0.125, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Gather.shifted(image, shift(magnitude, image.shape().width(), random),
            shift(magnitude, image.shape().height(), random), rendering.border());
    }

    private static int shift(final double share, final int length, final RandomGenerator random) {
        final int most = (int)Math.round(share * length);
        return random.nextInt(2 * most + 1) - most;
    }
}
