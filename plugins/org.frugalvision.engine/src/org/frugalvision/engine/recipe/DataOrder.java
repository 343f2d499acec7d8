// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.run.RandomOrder;

/**
 * Training images in an order of which every beginning has the classes in proportion, and at first one of each.
 *
 * @param images indices of all images, in this order
 * @param grouped the same images class after class, in the same order within each
 * @param classes how many classes there are images of
 */
record DataOrder(int[] images, int[] grouped, int classes) {

    static DataOrder of(final ImageSet set, final int[] labels, final DataSchedule.First first,
        final RandomGenerator random) {
        final double[] places = new double[labels.length];
        final int[] order = RandomOrder.of(labels.length, random);
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        final double[] distances = first == DataSchedule.First.RANDOM ? places : distances(set, labels);
        return of(labels,
            first == DataSchedule.First.HARD ? Arrays.stream(distances).map(d -> -d).toArray() : distances);
    }

    /** Within a class by these values, lowest first; ties: lowest index, lowest class. */
    static DataOrder of(final int[] labels, final double... values) {
        final int[] grouped = sorted(IntStream.range(0, labels.length).toArray(),
            Comparator.<Integer>comparingInt(i -> labels[i]).thenComparingDouble(i -> values[i]));
        final int[] counts = new int[Arrays.stream(labels).max().orElseThrow() + 1];
        final double[] shares = new double[labels.length];
        for (final int image : grouped) {
            shares[image] = counts[labels[image]]++;
        }
        for (final int image : grouped) {
            shares[image] /= counts[labels[image]];
        }
        return new DataOrder(sorted(grouped, Comparator.comparingDouble(i -> shares[i])), grouped,
            (int)Arrays.stream(counts).filter(count -> count > 0).count());
    }

    /** Squared Euclidean distance of the pixels from their mean over the images of the class. */
    private static double[] distances(final ImageSet set, final int[] labels) {
        final int size = set.shape().size();
        final double[][] means = new double[Arrays.stream(labels).max().orElseThrow() + 1][size];
        final int[] counts = new int[means.length];
        final float[] pixels = new float[size];
        for (int i = 0; i < labels.length; i++) {
            set.readPixels(i, pixels, 0);
            counts[labels[i]]++;
            for (int k = 0; k < size; k++) {
                means[labels[i]][k] += pixels[k];
            }
        }
        final double[] distances = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            set.readPixels(i, pixels, 0);
            for (int k = 0; k < size; k++) {
                final double difference = pixels[k] - means[labels[i]][k] / counts[labels[i]];
                distances[i] += difference * difference;
            }
        }
        return distances;
    }

    private static int[] sorted(final int[] images, final Comparator<Integer> by) {
        return Arrays.stream(images).boxed().sorted(by).mapToInt(Integer::intValue).toArray();
    }
}
