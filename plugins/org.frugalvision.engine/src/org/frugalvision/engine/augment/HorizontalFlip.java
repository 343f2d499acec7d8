// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The image in a mirror: left becomes right. Cost: O(values). */
final class HorizontalFlip implements Operation {

    static final OperationInfo INFO = new OperationInfo("horizontal-flip", "Horizontal flip",
        "Mirrors the image, left becomes right; makes other signs of digits and letters.", Magnitude.NONE);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int[] columns = new int[image.shape().width()];
        Arrays.setAll(columns, x -> columns.length - 1 - x);
        return Gather.of(image, IntStream.range(0, image.shape().height()).toArray(), columns, rendering.border());
    }
}
