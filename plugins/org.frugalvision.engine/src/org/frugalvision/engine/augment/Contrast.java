// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Moves every value away from a grey, or towards it: the mean brightness of a colour image, the mean of each band of
 * others, rounded. Pillow cuts fractions of the result off, this rounds. Cost: O(values).
 */
final class Contrast implements Operation {

    static final OperationInfo INFO = new OperationInfo("contrast", "Contrast",
        "Stretches all values about the mean brightness: 0 is gray, 1 leaves the image as it is.",
        new Magnitude("factor", 0, 4, 0.7, 1.3, 1));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int[] means = new int[image.tones()];
        for (int channel = 0; channel < means.length; channel++) {
            means[channel] = image.rounded(image.sum(channel) / (double)image.area());
        }
        if (image.isColour()) {
            Arrays.fill(means, image.rounded(Arrays.stream(image.luma()).average().orElseThrow()));
        }
        return Tones.mapChannels(image,
            channel -> value -> image.rounded(means[channel] + magnitude * (value - means[channel])));
    }
}
