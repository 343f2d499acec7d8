// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/**
 * What the first image of an animation is shown on; transparent where the image does not cover it.
 *
 * @param width of all, in pixels
 * @param height of all
 * @param left where the image begins
 * @param top where the image begins
 */
record Canvas(int width, int height, int left, int top) {

    /** The image itself if it covers all, otherwise RGB and alpha. */
    DecodedImage place(final DecodedImage image) {
        final var old = image.shape();
        if (old.width() >= width && old.height() >= height) {
            return image;
        }
        final var shape = new ImageShape(4, Math.max(height, top + old.height()), Math.max(width, left + old.width()));
        final var values = new byte[shape.size()];
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < old.height(); y++) {
                final int to = (channel * shape.height() + top + y) * shape.width() + left;
                for (int x = 0; x < old.width(); x++) {
                    values[to + x] = value(image, channel, y * old.width() + x);
                }
            }
        }
        return new DecodedImage(shape, values);
    }

    private static byte value(final DecodedImage image, final int channel, final int position) {
        final int channels = image.shape().channels();
        if (channel == 3 && channels < 4) {
            return (byte)0xFF;
        }
        return image.values()[(channels == 1 ? 0 : channel) * (image.values().length / channels) + position];
    }
}
