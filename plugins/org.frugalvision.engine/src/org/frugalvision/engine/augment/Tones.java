// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Changes of values where they stand, in the channels of brightness and colour. */
final class Tones {

    private static final int TABLE = 255;

    private Tones() {
    }

    /** The same curve for every value. Cost: O(values), and 256 evaluations for images of 8 bits. */
    static Raster map(final Raster image, final IntUnaryOperator curve) {
        final int[] values = image.values().clone();
        map(values, 0, image.tones() * image.area(), image.max(), curve);
        return image.with(values);
    }

    /** A curve of its own for every channel. */
    static Raster mapChannels(final Raster image, final IntFunction<IntUnaryOperator> curves) {
        final int[] values = image.values().clone();
        for (int channel = 0; channel < image.tones(); channel++) {
            map(values, channel * image.area(), (channel + 1) * image.area(), image.max(), curves.apply(channel));
        }
        return image.with(values);
    }

    private static void map(final int[] values, final int from, final int to, final int max,
        final IntUnaryOperator curve) {
        if (max > TABLE) {
            for (int i = from; i < to; i++) {
                values[i] = curve.applyAsInt(values[i]);
            }
            return;
        }
        final int[] table = new int[TABLE + 1];
        Arrays.setAll(table, curve);
        for (int i = from; i < to; i++) {
            values[i] = table[values[i]];
        }
    }

    /**
     * Away from another image, or towards it: other + factor (image - other), rounded to the nearest value. The other
     * has one channel or as many as there are tones.
     */
    static Raster blend(final Raster image, final int[] other, final double factor) {
        final int[] values = image.values().clone();
        for (int i = 0; i < image.tones() * image.area(); i++) {
            final int from = other[i % other.length];
            values[i] = image.rounded(from + factor * (values[i] - from));
        }
        return image.with(values);
    }

    /** How often each value occurs in a channel, by value divided by {@code step}. */
    static int[] histogram(final Raster image, final int channel, final int step) {
        final int[] counts = new int[image.max() / step + 1];
        for (int i = channel * image.area(); i < (channel + 1) * image.area(); i++) {
            counts[image.values()[i] / step]++;
        }
        return counts;
    }
}
