// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.run.SettingsException;

/**
 * The size that all images get.
 *
 * @param height rows, 1 to 16,384
 * @param width columns, 1 to 16,384
 * @param fit how
 */
public record TargetSize(int height, int width, Fit fit) {

    private static final int LARGEST = 16_384;

    /** Refuses impossible sizes. */
    public TargetSize {
        check("Height", height);
        check("Width", width);
    }

    /**
     * Brings an image to this size. Cost: O(values).
     *
     * @param image 8 or 16 bits; only read
     * @param bands whether its channels are no colours: then there is 0 beside it
     * @param background colour 0xRRGGBB beside it; beside a grey image as grey, as {@link Colours#GREY} has it
     * @return the image in that size; itself if it has it
     */
    public DecodedImage apply(final DecodedImage image, final boolean bands, final int background) {
        final var shape = image.shape();
        return shape.height() == height && shape.width() == width ? image
            : fit.apply(image, height, width, backgroundFor(image, bands, background));
    }

    private static int backgroundFor(final DecodedImage image, final boolean bands, final int background) {
        if (bands) {
            return -1;
        }
        if (image.shape().channels() > 1) {
            return background;
        }
        return (299 * (background >> 16) + 587 * (background >> 8 & 0xFF) + 114 * (background & 0xFF) + 500) / 1000;
    }

    private static void check(final String title, final int length) {
        if (length < 1 || length > LARGEST) {
            throw new SettingsException(title, "must be between 1 and 16,384 pixels", length);
        }
    }
}
