// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Weights neighbours by a normal distribution, up to three standard deviations away; beyond the border the nearest
 * pixel is seen. Pillow approximates it by three averages over boxes. Opacity is blurred, too, as the shape belongs to
 * the picture. Cost: O(values x standard deviation).
 */
final class GaussianBlur implements Operation {

    static final OperationInfo INFO = new OperationInfo("gaussian-blur", "Gaussian blur", "Blurs the image.",
        new Magnitude("standard deviation in pixels", 0, 10, 0, 1, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final double[] weights = weights(magnitude);
        final int width = image.shape().width();
        final int height = image.shape().height();
        final double[] once = new double[image.values().length];
        final int[] values = new int[once.length];
        for (int i = 0; i < once.length; i++) {
            final int start = i - i % width;
            for (int k = 0; k < weights.length; k++) {
                final int x = Math.max(0, Math.min(width - 1, i % width + k - weights.length / 2));
                once[i] += weights[k] * image.values()[start + x];
            }
        }
        for (int i = 0; i < once.length; i++) {
            final int start = i - i % image.area() + i % width;
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                final int y = Math.max(0, Math.min(height - 1, i / width % height + k - weights.length / 2));
                sum += weights[k] * once[start + y * width];
            }
            values[i] = image.rounded(sum);
        }
        return image.with(values);
    }

    /** They sum to 1. */
    private static double[] weights(final double deviation) {
        final int reach = (int)Math.ceil(3 * deviation);
        final double[] weights = new double[2 * reach + 1];
        Arrays.setAll(weights,
            k -> StrictMath.exp(-(k - reach) * (k - reach) / (2 * Math.max(1e-9, deviation * deviation))));
        final double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, k -> weights[k] / sum);
        return weights;
    }
}
