// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Stretches every channel so that its smallest value becomes 0 and its largest the largest possible one; a channel of
 * one value stays. Pillow cuts fractions off, this rounds. Cost: O(values).
 */
final class Autocontrast implements Operation {

    static final OperationInfo INFO = new OperationInfo("autocontrast", "Autocontrast",
        "Stretches each channel to the whole range of values.", Magnitude.NONE);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Tones.mapChannels(image, channel -> curve(image, channel));
    }

    private static IntUnaryOperator curve(final Raster image, final int channel) {
        final int from = channel * image.area();
        final var range = Arrays.stream(image.values(), from, from + image.area()).summaryStatistics();
        final int lowest = range.getMin();
        final double stretch = image.max() / (double)(range.getMax() - lowest);
        return range.getMax() == lowest ? value -> value : value -> image.rounded((value - lowest) * stretch);
    }
}
