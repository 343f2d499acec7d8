// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Takes a cast of colour away: multiplies every channel so that its largest value becomes the largest possible one, or
 * part of the way. A channel of zeros stays. Cost: O(values). Land and McCann 1971, doi:10.1364/JOSA.61.000001.
 */
final class WhitePatch implements Operation {

    static final OperationInfo INFO = new OperationInfo("white-patch", "White patch",
        "Takes a cast of color away: the brightest red, green and blue become white.",
        "Land and McCann 1971, doi:10.1364/JOSA.61.000001", new Magnitude("strength", 0, 1, 1, 1, 0)).colourOnly();

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.mapChannels(image, channel -> {
            final int from = channel * image.area();
            final int most = Arrays.stream(image.values(), from, from + image.area()).max().orElseThrow();
            final double factor = 1 + magnitude * (image.max() / (double)Math.max(1, most) - 1);
            return value -> image.rounded(value * factor);
        });
    }
}
