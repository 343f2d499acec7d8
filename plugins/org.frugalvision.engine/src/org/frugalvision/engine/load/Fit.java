// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Arrays;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.Resize;

/** How an image gets a given size; new pixels are made as {@link Resize} does. */
public enum Fit {
    /** Width and height each to the given one: everything is seen, proportions are lost. */
    STRETCH,
    /** As large as fits, in the middle, the rest in the background colour: everything is seen, proportions are kept. */
    PAD,
    /** As small as covers, the middle of it: proportions are kept, the ends of the longer side are lost. */
    CROP;

    /**
     * Fits an image.
     *
     * @param image 8 or 16 bits; only read
     * @param height new height
     * @param width new width
     * @param background colour 0xRRGGBB beside the image; for grey images its blue part; opaque; negative for 0 in
     *            every channel
     * @return the image of that size
     */
    public DecodedImage apply(final DecodedImage image, final int height, final int width, final int background) {
        final var old = image.shape();
        if (this == STRETCH) {
            return resized(image, height, width, background);
        }
        final boolean limitedByWidth = (long)old.width() * height > (long)width * old.height() == (this == PAD);
        final int scaledWidth = limitedByWidth ? width : scaled(old.width(), height, old.height());
        final int scaledHeight = limitedByWidth ? scaled(old.height(), width, old.width()) : height;
        return place(resized(image, scaledHeight, scaledWidth, background), height, width, background);
    }

    /** Four channels are RGB and alpha but where there are bands instead of colours. */
    private static DecodedImage resized(final DecodedImage image, final int height, final int width,
        final int background) {
        return image.shape().channels() == 4 && background >= 0 ? Resize.roundedByOpacity(image, height, width)
            : Resize.rounded(image, height, width);
    }

    private static int scaled(final int length, final int numerator, final int denominator) {
        return (int)Math.max(1, Math.round((double)length * numerator / denominator));
    }

    /** The image in the middle of the new one; what is odd goes to the right and below. */
    private static DecodedImage place(final DecodedImage image, final int height, final int width,
        final int background) {
        final var old = image.shape();
        final var shape = new ImageShape(old.channels(), height, width);
        final int bytes = image.type().bytes();
        final var values = new byte[Math.multiplyExact(shape.size(), bytes)];
        final int left = Math.floorDiv(width - old.width(), 2);
        final int top = Math.floorDiv(height - old.height(), 2);
        final int from = Math.max(0, left);
        final int count = Math.min(width, old.width());
        for (int channel = 0; channel < shape.channels(); channel++) {
            // two equal bytes are the same share of the largest value as one
            Arrays.fill(values, channel * height * width * bytes, (channel + 1) * height * width * bytes,
                part(background, channel, shape.channels()));
            for (int y = Math.max(0, top); y < Math.min(height, top + old.height()); y++) {
                System.arraycopy(image.values(),
                    ((channel * old.height() + y - top) * old.width() + from - left) * bytes, values,
                    ((channel * height + y) * width + from) * bytes, count * bytes);
            }
        }
        return new DecodedImage(shape, image.type(), values);
    }

    private static byte part(final int background, final int channel, final int channels) {
        if (background < 0) {
            return 0;
        }
        if (channels == 1) {
            return (byte)background;
        }
        return channel == 3 ? (byte)0xFF : (byte)(background >> 16 - 8 * channel);
    }
}
