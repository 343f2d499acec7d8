// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.awt.image.BufferedImage;

/** Writes CHW values as a PNG file of 8 bits per value. */
final class PngEncoder {

    private PngEncoder() {
    }

    static byte[] encode(final ImageShape shape, final byte[] values) {
        final int type = switch (shape.channels()) {
            case 1 -> BufferedImage.TYPE_BYTE_GRAY;
            case 3 -> BufferedImage.TYPE_3BYTE_BGR;
            case 4 -> BufferedImage.TYPE_4BYTE_ABGR;
            default -> throw new IllegalArgumentException(
                "A PNG image has 1, 3 or 4 channels, not " + shape.channels() + ".");
        };
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(values.length + " values do not fill " + shape + ".");
        }
        final var image = new BufferedImage(shape.width(), shape.height(), type);
        fill(image, shape, values);
        return ImageEncoding.write(image, "png");
    }

    private static void fill(final BufferedImage image, final ImageShape shape, final byte[] values) {
        final int area = shape.height() * shape.width();
        final var row = new int[shape.width() * shape.channels()];
        for (int y = 0; y < shape.height(); y++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int position = channel * area + y * shape.width();
                for (int i = channel; i < row.length; i += shape.channels()) {
                    row[i] = values[position++] & 0xFF;
                }
            }
            image.getRaster().setPixels(0, y, shape.width(), 1, row);
        }
    }
}
