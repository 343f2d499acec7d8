// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/**
 * How a camera was held, as Exif stores it (JEITA CP-3451, tag 0x0112): 1 = upright, 2 = mirrored, 3 = upside down, 4 =
 * both, 5 to 8 = these after exchanging rows and columns.
 */
record Orientation(int code) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int APP1 = 0xE1;

    private static final int TAG = 0x0112;

    /** The orientation of a JPEG file; upright where it says nothing, or nothing readable. */
    static Orientation of(final byte[] jpeg) {
        try {
            return JpegSegments.find(jpeg, APP1, "Exif\0\0").map(Orientation::ofExif).orElse(UPRIGHT);
        } catch (final BufferUnderflowException | IndexOutOfBoundsException e) {
            // damaged side information does not make the image unreadable
            return UPRIGHT;
        }
    }

    /** Reads the first directory of the embedded TIFF structure. */
    private static Orientation ofExif(final ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        final int directory = tiff.getInt(4);
        final int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            final int entry = directory + 2 + 12 * i;
            final int code = tiff.getShort(entry + 8);
            if ((tiff.getShort(entry) & 0xFFFF) == TAG && code >= 1 && code <= 8) {
                return new Orientation(code);
            }
        }
        return UPRIGHT;
    }

    /** Turns an image upright. */
    DecodedImage apply(final DecodedImage image) {
        if (code == 1) {
            return image;
        }
        final var old = image.shape();
        final boolean exchanged = code > 4;
        final var shape = exchanged ? new ImageShape(old.channels(), old.width(), old.height()) : old;
        final boolean fromRight = code == 2 || code == 3 || code == 7 || code == 8;
        final boolean fromBelow = code == 3 || code == 4 || code == 6 || code == 7;
        final var values = new byte[shape.size()];
        int next = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    final int column = exchanged ? y : x;
                    final int row = exchanged ? x : y;
                    final int oldX = fromRight ? old.width() - 1 - column : column;
                    final int oldY = fromBelow ? old.height() - 1 - row : row;
                    values[next++] = image.values()[(channel * old.height() + oldY) * old.width() + oldX];
                }
            }
        }
        return new DecodedImage(shape, values);
    }
}
