// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.Arrays;

import org.frugalvision.engine.run.SettingsException;

/** Weights of classes by their numbers of images; NaN for a class without images. */
public final class ClassWeighting {

    private ClassWeighting() {
    }

    /**
     * All images / (classes x images of the class): every class counts the same in all.
     *
     * @param counts images of each class
     * @return weights; their mean over all images is 1
     */
    public static double[] inverseFrequency(final int[] counts) {
        final double images = Arrays.stream(counts).asLongStream().sum();
        final long classes = present(counts);
        return Arrays.stream(counts).mapToDouble(count -> count == 0 ? Double.NaN : images / (classes * (double)count))
            .toArray();
    }

    /**
     * By the effective number of images (1 - beta^n) / (1 - beta): of many images, further ones tell less and less. Cui
     * et al. 2019, arXiv:1901.05555.
     *
     * @param counts images of each class
     * @param beta from 0 (all classes alike) to below 1 (the nearer to 1, the nearer to the inverse frequency)
     * @return weights; their mean over the classes is 1
     * @throws SettingsException if beta is out of range
     */
    public static double[] effectiveNumber(final int[] counts, final double beta) {
        if (!(beta >= 0 && beta < 1)) {
            throw new SettingsException("Beta of the effective number", "must be at least 0 and below 1", beta,
                "Enter 0.999.");
        }
        final double[] weights = Arrays.stream(counts)
            .mapToDouble(count -> count == 0 ? Double.NaN : (1 - beta) / (1 - Math.pow(beta, count))).toArray();
        final double mean = Arrays.stream(weights).filter(weight -> !Double.isNaN(weight)).sum() / present(counts);
        return Arrays.stream(weights).map(weight -> weight / mean).toArray();
    }

    private static long present(final int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }
}
