// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Makes all values of a channel about equally frequent, by the rule of Pillow: the counts below a value, and half a
 * step, over the step, which is the number of pixels without those of the largest value over the largest possible
 * value. Where there are more shades than pixels, as in small images of 16 bits, that step is 0, and Pillow leaves the
 * image as it is; here the share of pixels below a value is its new value then. A channel of one value stays. Cost:
 * O(values + possible values).
 */
final class Equalise implements Operation {

    static final OperationInfo INFO = new OperationInfo("equalise", "Equalize",
        "Makes all shades of each channel about equally frequent.", Magnitude.NONE);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.mapChannels(image, channel -> curve(Tones.histogram(image, channel, 1), image));
    }

    private static IntUnaryOperator curve(final int[] counts, final Raster image) {
        int last = counts.length - 1;
        while (counts[last] == 0) {
            last--;
        }
        final int others = image.area() - counts[last];
        if (others == 0) {
            return value -> value;
        }
        final int step = others / image.max();
        final int[] curve = new int[counts.length];
        int below = step / 2;
        for (int value = 0; value < counts.length; value++) {
            curve[value] = step == 0 ? image.rounded(image.max() * (below / (double)others))
                : Math.min(image.max(), below / step);
            below += counts[value];
        }
        return value -> curve[value];
    }
}
