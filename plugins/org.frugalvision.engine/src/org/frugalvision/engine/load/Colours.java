// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/** Which channels images get. */
public enum Colours {
    /** As in the file: 1, 3 or 4 channels of 8 bits; a second or fourth band that is not alpha is left off. */
    KEEP,
    /** All bands that the file has, of 8 or 16 bits, as stored. */
    BANDS,
    /**
     * One channel, (299 R + 587 G + 114 B) / 1000 (ITU-R BT.601), rounded to the nearest; transparency over the
     * background.
     */
    GREY,
    /** Three channels; grey is repeated; transparency over the background. */
    RGB;

    /**
     * Converts an image. Cost: O(values).
     *
     * @param image 1, 3 or 4 channels of 8 bits, or any to be kept; only read
     * @param background colour 0xRRGGBB that shines through transparent pixels
     * @return the image in these colours
     */
    public DecodedImage apply(final DecodedImage image, final int background) {
        if (this == KEEP || this == BANDS) {
            return image;
        }
        final var opaque = image.shape().channels() == 4 ? over(image, background) : image;
        final int channels = opaque.shape().channels();
        if (this == GREY && channels == 3) {
            return toGrey(opaque);
        }
        return this == RGB && channels == 1 ? toRgb(opaque) : opaque;
    }

    private static DecodedImage over(final DecodedImage image, final int background) {
        final int area = image.shape().height() * image.shape().width();
        final var values = new byte[3 * area];
        for (int i = 0; i < values.length; i++) {
            final int alpha = image.values()[3 * area + i % area] & 0xFF;
            final int behind = background >> 16 - 8 * (i / area) & 0xFF;
            values[i] = (byte)((alpha * (image.values()[i] & 0xFF) + (255 - alpha) * behind + 127) / 255);
        }
        return new DecodedImage(new ImageShape(3, image.shape().height(), image.shape().width()), values);
    }

    private static DecodedImage toGrey(final DecodedImage image) {
        final int area = image.shape().height() * image.shape().width();
        final var rgb = image.values();
        final var values = new byte[area];
        for (int i = 0; i < area; i++) {
            values[i] = (byte)((299 * (rgb[i] & 0xFF) + 587 * (rgb[area + i] & 0xFF) + 114 * (rgb[2 * area + i] & 0xFF)
                + 500) / 1000);
        }
        return new DecodedImage(new ImageShape(1, image.shape().height(), image.shape().width()), values);
    }

    private static DecodedImage toRgb(final DecodedImage image) {
        final int area = image.shape().size();
        final var values = new byte[3 * area];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(image.values(), 0, values, channel * area, area);
        }
        return new DecodedImage(new ImageShape(3, image.shape().height(), image.shape().width()), values);
    }
}
