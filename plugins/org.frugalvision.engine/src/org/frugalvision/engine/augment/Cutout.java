// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;

/**
 * Covers a square with the mean of each channel. Its centre is any pixel, and what hangs over the border is cut off;
 * opacity stays. Cost: O(values). DeVries and Taylor 2017, arXiv:1708.04552; their zeros after normalisation are the
 * mean of all images, not of one.
 */
final class Cutout implements Operation {

    static final OperationInfo INFO = new OperationInfo("cutout", "Cutout",
        "Covers a square, partly outside of the image perhaps, with the mean color.",
        "DeVries and Taylor 2017, arXiv:1708.04552",
        new Magnitude("edge as a share of the shorter edge", 0, 1, 0.5, 0.5, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int width = image.shape().width();
        final int height = image.shape().height();
        final int edge = (int)Math.round(magnitude * Math.min(width, height));
        final int left = random.nextInt(width) - edge / 2;
        final int top = random.nextInt(height) - edge / 2;
        final var box = new Box(Math.max(0, top), Math.max(0, left), Math.min(height, top + edge),
            Math.min(width, left + edge));
        final int[] means = new int[image.tones()];
        Arrays.setAll(means, channel -> Border.MEAN.value(image, channel));
        final int[] values = image.values().clone();
        box.forEach(new ImageShape(means.length, height, width), (channel, i) -> values[i] = means[channel]);
        return image.with(values);
    }
}
