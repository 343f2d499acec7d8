// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.awt.image.Raster;
import java.util.Optional;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/**
 * JPEG files in the colours of printers: cyan, magenta, yellow and black, of which the first three may stand as
 * brightness and two colour differences. All programs store how much light is left instead of how much ink there is, as
 * Adobe's began to, with its marker or without: red = (1 - cyan) (1 - black), and so on. Colour profiles would look
 * better to people, but each system has others.
 */
final class PrintersJpeg {

    /** How many colours such a file has. */
    static final int INKS = 4;

    private static final int ADOBE = 0xEE;

    private static final int DIFFERENCES = 2;

    private static final int TRANSFORM = 6;

    private PrintersJpeg() {
    }

    /** What Adobe's marker says about the colours: 0 = as they are, 1 or 2 = differences. */
    static Optional<Integer> transform(final JpegFile jpeg) {
        return jpeg.find(ADOBE, "Adobe").filter(adobe -> adobe.capacity() > TRANSFORM)
            .map(adobe -> adobe.get(TRANSFORM) & 0xFF);
    }

    static DecodedImage decode(final JpegFile jpeg, final Raster inks) {
        return colours(inks, transform(jpeg).orElse(0) == DIFFERENCES);
    }

    private static DecodedImage colours(final Raster inks, final boolean differences) {
        final var shape = new ImageShape(3, inks.getHeight(), inks.getWidth());
        final int area = shape.height() * shape.width();
        final var values = new byte[shape.size()];
        int[] row = null;
        for (int y = 0; y < shape.height(); y++) {
            row = inks.getPixels(0, y, shape.width(), 1, row);
            for (int x = 0; x < shape.width(); x++) {
                final int first = x * INKS;
                if (differences) {
                    toLight(row, first);
                }
                final int black = row[first + 3];
                for (int channel = 0; channel < 3; channel++) {
                    values[channel * area + y * shape.width() + x] =
                        (byte)((row[first + channel] * black + 127) / 255);
                }
            }
        }
        return new DecodedImage(shape, values);
    }

    /** ITU-T T.871 gives inks; Adobe's are light. */
    private static void toLight(final int[] row, final int first) {
        final int brightness = row[first];
        final int blue = row[first + 1] - 128;
        final int red = row[first + 2] - 128;
        row[first] = 255 - clipped(brightness + 1.402 * red);
        row[first + 1] = 255 - clipped(brightness - 0.344136 * blue - 0.714136 * red);
        row[first + 2] = 255 - clipped(brightness + 1.772 * blue);
    }

    private static int clipped(final double value) {
        return (int)Math.max(0, Math.min(255, Math.round(value)));
    }
}
