// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/**
 * The shape of one image; values are stored channel after channel, row after row (CHW).
 *
 * @param channels at least 1; 1 = grey, 3 = RGB, 4 = RGB and alpha
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record ImageShape(int channels, int height, int width) {

    /** Refuses shapes without values and shapes of more than 2^31 - 1 values. */
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1 || (long)channels * height > Integer.MAX_VALUE / width) {
            throw new IllegalArgumentException("An image of %d channels, %d rows and %d columns is not possible."
                .formatted(channels, height, width));
        }
    }

    /** @return number of values of one image: channels x height x width */
    public int size() {
        return channels * height * width;
    }

    /** Values of one image from channels last (the values of a pixel side by side) to channels first; a new array. */
    byte[] channelsFirst(final byte[] pixels) {
        return channelsFirst(pixels, 1);
    }

    /** The same for values of some bytes each. */
    byte[] channelsFirst(final byte[] pixels, final int bytes) {
        final int area = height * width;
        final var values = new byte[pixels.length];
        for (int pixel = 0; pixel < area; pixel++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < bytes; i++) {
                    values[(channel * area + pixel) * bytes + i] = pixels[(pixel * channels + channel) * bytes + i];
                }
            }
        }
        return values;
    }

    /** @return for people, e.g. "28 x 28 pixels, 1 channel" (width first, as is usual) */
    @Override
    public String toString() {
        return "%d x %d pixels, %d %s".formatted(width, height, channels, channels == 1 ? "channel" : "channels");
    }
}
