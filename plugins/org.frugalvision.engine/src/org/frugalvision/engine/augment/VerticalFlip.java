// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The image upside down, mirrored. Cost: O(values). */
final class VerticalFlip implements Operation {

    static final OperationInfo INFO = new OperationInfo("vertical-flip", "Vertical flip",
        "Mirrors the image, top becomes bottom; wrong for digits, letters and most scenes.", Magnitude.NONE);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int[] rows = new int[image.shape().height()];
        Arrays.setAll(rows, y -> rows.length - 1 - y);
        return Gather.of(image, rows, IntStream.range(0, image.shape().width()).toArray(), rendering.border());
    }
}
