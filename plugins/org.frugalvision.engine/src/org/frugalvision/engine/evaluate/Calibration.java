// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Whether a classifier is right as often as it says. Images are put into 15 bins of equal width by their confidence,
 * the probability of the predicted class; a bin holds its upper end and not its lower one, the first one also 0 (Guo et
 * al. 2017, arXiv:1706.04599).
 *
 * @param bins the bins, from low to high confidence
 */
public record Calibration(List<Bin> bins) {

    /** How many bins there are. */
    public static final int BINS = 15;

    /**
     * Images of similar confidence.
     *
     * @param images number of images
     * @param right how many of them were predicted right
     * @param confidences sum of their confidences
     */
    public record Bin(long images, long right, double confidences) {

        /** @return share of the images predicted right; empty without images */
        public OptionalDouble accuracy() {
            return images == 0 ? OptionalDouble.empty() : OptionalDouble.of((double)right / images);
        }

        /** @return mean confidence; empty without images */
        public OptionalDouble confidence() {
            return images == 0 ? OptionalDouble.empty() : OptionalDouble.of(confidences / images);
        }
    }

    /** Copies the list. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /** Of the confidence of each image, in [0,1], and whether it was predicted right; only read. */
    static Calibration of(final double[] confidences, final boolean[] right) {
        final long[] images = new long[BINS];
        final long[] rights = new long[BINS];
        final double[] sums = new double[BINS];
        for (int i = 0; i < confidences.length; i++) {
            final int bin = bin(confidences[i]);
            images[bin]++;
            rights[bin] += right[i] ? 1 : 0;
            sums[bin] += confidences[i];
        }
        return new Calibration(
            IntStream.range(0, BINS).mapToObj(i -> new Bin(images[i], rights[i], sums[i])).toList());
    }

    /** The first bin whose upper end is not below the confidence. */
    private static int bin(final double confidence) {
        int bin = 0;
        while (confidence > (bin + 1.0) / BINS) {
            bin++;
        }
        return bin;
    }

    /** @return number of images */
    public long images() {
        return bins.stream().mapToLong(Bin::images).sum();
    }

    /**
     * @return the expected calibration error: the mean over the images of how far accuracy and mean confidence of their
     *   bins are apart, in [0,1], 0 is best; empty without images
     */
    public OptionalDouble expectedError() {
        final double images = images();
        return images == 0 ? OptionalDouble.empty() : OptionalDouble
            .of(bins.stream().mapToDouble(bin -> Math.abs(bin.right() - bin.confidences())).sum() / images);
    }
}
