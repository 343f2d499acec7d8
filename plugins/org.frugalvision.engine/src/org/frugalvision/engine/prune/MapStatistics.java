// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums over the maps of a group's channels, for each image; maps that several layers read count once.
 *
 * @param labels class of each image
 * @param classes how many classes there are
 * @param count values of a channel in one image
 * @param sums for each image and channel the sum of its values
 * @param squares of their squares
 * @param sizes of their absolute values
 * @param zeros how many of them are 0
 */
record MapStatistics(int[] labels, int classes, int count, double[][] sums, double[][] squares, double[][] sizes,
    double[][] zeros) {

    /** All zero, to be filled by {@link #add}. */
    static MapStatistics empty(final int[] labels, final int classes, final int count, final int channels) {
        return new MapStatistics(labels, classes, count, new double[labels.length][channels],
            new double[labels.length][channels], new double[labels.length][channels],
            new double[labels.length][channels]);
    }

    /** Adds what one image gave at one place; different images may be added by different threads. */
    void add(final int image, final float[] values, final int offset, final Reading reading) {
        for (int channel = 0; channel < sums[image].length; channel++) {
            final int from = offset + reading.first() + channel * reading.length();
            for (int i = from; i < from + reading.length(); i++) {
                final double value = values[i];
                sums[image][channel] += value;
                squares[image][channel] += value * value;
                sizes[image][channel] += Math.abs(value);
                zeros[image][channel] += value == 0 ? 1 : 0;
            }
        }
    }

    /** The mean over images and places of one of the sums. */
    double[] mean(final double[][] what) {
        return IntStream.range(0, what[0].length).mapToDouble(channel -> IntStream.range(0, labels.length)
            .mapToDouble(image -> what[image][channel]).sum() / ((double)labels.length * count)).toArray();
    }

    /**
     * A channel's values, all places alike, in a class and in all others.
     *
     * @param channel the channel
     * @return one for each class that has images and is not alone
     */
    List<Contrast> contrasts(final int channel) {
        return IntStream.range(0, classes).mapToObj(k -> contrast(channel, k)).filter(Contrast::bothThere).toList();
    }

    private Contrast contrast(final int channel, final int label) {
        final double[] own = new double[3];
        final double[] other = new double[3];
        for (int image = 0; image < labels.length; image++) {
            final double[] target = labels[image] == label ? own : other;
            target[0] += count;
            target[1] += sums[image][channel];
            target[2] += squares[image][channel];
        }
        return Contrast.of(own, other);
    }
}
