// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * CLAHE of the brightness alone: an RGB image becomes gray, red, green and blue the same, as in the published code of
 * the paper below; {@link Clahe} keeps the colours. Opacity stays. Cost: O(values + 256 tiles). Ahmed et al. 2022,
 * arXiv:2109.02394.
 */
final class ClaheGray implements Operation {

    static final OperationInfo INFO = new OperationInfo("clahe-gray", "CLAHE, gray",
        "Takes the color away and evens out the light: equalizes the shades of each part of the gray image.",
        "Ahmed et al. 2022, arXiv:2109.02394",
        Alone.verdict("clahe-gray") + " On all images, of training and test, it loses where the light changes: with "
            + "every other test image dark (gamma 2.5) 0.840 instead of 0.915; CLAHE in color keeps 0.948.",
        new Magnitude("clip limit", 1, 256, 5, 5, OptionalDouble.empty()), true);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int area = image.area();
        final int[] even = new TileCurves(image, image.luma(), 0, magnitude).apply();
        final int[] values = image.values().clone();
        for (int channel = 0; channel < image.tones(); channel++) {
            System.arraycopy(even, 0, values, channel * area, area);
        }
        return image.with(values);
    }
}
