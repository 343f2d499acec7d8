// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Moves every pixel away from the mean of it (weight 5) and its eight neighbours (weight 1 each), or towards it; pixels
 * at the border stay. Pillow cuts fractions off, this rounds. Cost: O(values).
 */
final class Sharpness implements Operation {

    static final OperationInfo INFO = new OperationInfo("sharpness", "Sharpness",
        "Sharpens the image (above 1) or smooths it (below 1).", new Magnitude("factor", 0, 4, 0.7, 1.3, 1));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.blend(image, smooth(image), magnitude);
    }

    private static int[] smooth(final Raster image) {
        final int[] values = image.values();
        final int[] smooth = Arrays.copyOf(values, image.tones() * image.area());
        final int width = image.shape().width();
        for (int from = 0; from < smooth.length; from += image.area()) {
            for (int y = 1; y < image.shape().height() - 1; y++) {
                for (int i = from + y * width + 1; i < from + (y + 1) * width - 1; i++) {
                    final int sum = 4 * values[i] + row(values, i - width) + row(values, i) + row(values, i + width);
                    smooth[i] = (sum + 6) / 13;
                }
            }
        }
        return smooth;
    }

    private static int row(final int[] values, final int i) {
        return values[i - 1] + values[i] + values[i + 1];
    }
}
