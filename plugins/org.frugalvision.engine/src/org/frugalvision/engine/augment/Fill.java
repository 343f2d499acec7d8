// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;

/** What is shown in place of a part of an image. */
public enum Fill {

    /** A random value in every pixel and channel. */
    NOISE,

    /** The mean of each channel of the image. */
    MEAN,

    /** Zeros. */
    BLACK,

    /** Ones. */
    WHITE;

    /** Fills a part of the image that starts at an index; its values are in [0, 1]. */
    void apply(final float[] pixels, final int from, final ImageShape shape, final Box box,
        final RandomGenerator random) {
        final float[] means = this == MEAN ? means(pixels, from, shape) : new float[0];
        box.forEach(shape, (channel, index) -> pixels[from + index] = switch (this) {
            case NOISE -> random.nextFloat();
            case MEAN -> means[channel];
            case BLACK -> 0;
            case WHITE -> 1;
        });
    }

    private static float[] means(final float[] pixels, final int from, final ImageShape shape) {
        final int plane = shape.height() * shape.width();
        final float[] means = new float[shape.channels()];
        for (int channel = 0; channel < means.length; channel++) {
            double sum = 0;
            for (int i = 0; i < plane; i++) {
                sum += pixels[from + channel * plane + i];
            }
            means[channel] = (float)(sum / plane);
        }
        return means;
    }
}
