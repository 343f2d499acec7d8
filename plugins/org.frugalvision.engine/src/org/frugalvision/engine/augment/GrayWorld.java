// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * Takes a cast of colour away: multiplies the channels so that their means become equal to the mean of all, or part of
 * the way. A channel of zeros stays. Cost: O(values). Buchsbaum 1980, doi:10.1016/0016-0032(80)90058-7.
 */
final class GrayWorld implements Operation {

    static final OperationInfo INFO = new OperationInfo("gray-world", "Gray world",
        "Takes a cast of color away: the means of red, green and blue become equal.",
        "Buchsbaum 1980, doi:10.1016/0016-0032(80)90058-7", new Magnitude("strength", 0, 1, 1, 1, 0)).colourOnly();

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final double all = (image.sum(0) + image.sum(1) + image.sum(2)) / 3.0;
        return Tones.mapChannels(image, channel -> {
            final double factor = 1 + magnitude * (all / Math.max(1, image.sum(channel)) - 1);
            return value -> image.rounded(value * factor);
        });
    }
}
