// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;

/**
 * Two convolutions of random weights, 3 x 3 without padding, each with ReLU and a 2 x 2 maximum: where their maps are
 * strong together, there is probably an object. Immutable; weights are drawn from a normal distribution of variance 2 /
 * fan-in. Differs from the authors' random ResNet-50 in its size.
 */
final class RandomMaps {

    private static final int CHANNELS = 16;

    private static final int KERNEL = 3;

    private final ImageShape m_shape;

    private final float[] m_first;

    private final float[] m_second;

    RandomMaps(final ImageShape shape, final RandomGenerator random) {
        m_shape = shape;
        m_first = weights(shape.channels(), random);
        m_second = weights(CHANNELS, random);
    }

    private static float[] weights(final int from, final RandomGenerator random) {
        final float[] weights = new float[CHANNELS * from * KERNEL * KERNEL];
        final double deviation = Math.sqrt(2.0 / (from * KERNEL * KERNEL));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float)(deviation * random.nextGaussian());
        }
        return weights;
    }

    /** Smallest side of an image that leaves a map. */
    static int smallest() {
        return 10;
    }

    /**
     * @param pixels holds the image, CHW
     * @param from index of its first value
     * @return for each pixel whether it belongs to an object
     */
    boolean[] objects(final float[] pixels, final int from) {
        final float[] image = new float[m_shape.size()];
        System.arraycopy(pixels, from, image, 0, image.length);
        final Maps maps = new Maps(image, m_shape.channels(), m_shape.height(), m_shape.width())
            .convolved(m_first).pooled().convolved(m_second).pooled();
        final boolean[] strong = aboveMean(maps.values(), maps.height() * maps.width());
        final boolean[] objects = new boolean[m_shape.height() * m_shape.width()];
        for (int i = 0; i < objects.length; i++) {
            final int row = i / m_shape.width() * maps.height() / m_shape.height();
            objects[i] = strong[row * maps.width() + i % m_shape.width() * maps.width() / m_shape.width()];
        }
        return objects;
    }

    /** Where the sum over the channels is above its mean over the places. */
    static boolean[] aboveMean(final float[] maps, final int places) {
        final double[] sums = new double[places];
        double mean = 0;
        for (int i = 0; i < maps.length; i++) {
            sums[i % places] += maps[i];
            mean += maps[i] / places;
        }
        final boolean[] above = new boolean[places];
        for (int i = 0; i < places; i++) {
            above[i] = sums[i] > mean;
        }
        return above;
    }

    /**
     * Maps of one image.
     *
     * @param values channel after channel
     * @param channels how many
     * @param height of a map
     * @param width of a map
     */
    private record Maps(float[] values, int channels, int height, int width) {

        Maps convolved(final float[] weights) {
            final int rows = height - KERNEL + 1;
            final int columns = width - KERNEL + 1;
            final float[] result = new float[CHANNELS * rows * columns];
            for (int i = 0; i < result.length; i++) {
                final int row = i / columns % rows;
                final int column = i % columns;
                int weight = i / (rows * columns) * channels * KERNEL * KERNEL;
                float sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    for (int k = 0; k < KERNEL * KERNEL; k++) {
                        sum += weights[weight++]
                            * values[(channel * height + row + k / KERNEL) * width + column + k % KERNEL];
                    }
                }
                result[i] = Math.max(0, sum);
            }
            return new Maps(result, CHANNELS, rows, columns);
        }

        Maps pooled() {
            final int rows = height / 2;
            final int columns = width / 2;
            final float[] result = new float[channels * rows * columns];
            for (int i = 0; i < result.length; i++) {
                final int from = (i / (rows * columns) * height + 2 * (i / columns % rows)) * width + 2 * (i % columns);
                result[i] = Math.max(Math.max(values[from], values[from + 1]),
                    Math.max(values[from + width], values[from + width + 1]));
            }
            return new Maps(result, channels, rows, columns);
        }
    }
}
