// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as Exif and TIFF store it (tag 0x0112), the same in files of every kind.
 *
 * @param code 1 = upright, 2 = mirrored, 3 = upside down, 4 = both, 5 to 8 = these after exchanging rows and columns
 */
public record Orientation(int code) {

    /** Nothing to be turned. */
    public static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;

    private static final int STRIP = 64;

    private static final int BYTE = 1;

    private static final int SHORT = 3;

    private static final int LONG = 4;

    private static final ByteBuffer MARK = ByteBuffer.wrap("Exif\0\0".getBytes(StandardCharsets.US_ASCII));

    /**
     * @param code of a file, whatever it is
     * @return upright for anything but 2 to 8
     */
    public static Orientation of(final long code) {
        return code > 1 && code <= 8 ? new Orientation((int)code) : UPRIGHT;
    }

    /**
     * Reads the first directory of Exif data.
     *
     * @param exif with or without the mark {@code Exif\0\0}; only read
     * @return upright where it says nothing, or nothing readable: damaged side information does not make an image
     *         unreadable
     */
    public static Orientation ofExif(final ByteBuffer exif) {
        try {
            final boolean marked = exif.remaining() > MARK.capacity()
                && exif.slice(exif.position(), MARK.capacity()).equals(MARK);
            final int start = exif.position() + (marked ? MARK.capacity() : 0);
            return ofTiff(exif.slice(start, exif.limit() - start));
        } catch (final BufferUnderflowException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static Orientation ofTiff(final ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        final int directory = tiff.getInt(4);
        final int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            final int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                return of(switch (tiff.getShort(entry + 2)) {
                    case BYTE -> tiff.get(entry + 8);
                    case SHORT -> tiff.getShort(entry + 8);
                    case LONG -> tiff.getInt(entry + 8);
                    default -> 1;
                });
            }
        }
        return UPRIGHT;
    }

    /** The shape of an image after it was turned upright. */
    ImageShape apply(final ImageShape stored) {
        return code > 4 ? new ImageShape(stored.channels(), stored.width(), stored.height()) : stored;
    }

    /**
     * Turns an image upright. Cost: O(values).
     *
     * @param image 8 or 16 bits; only read
     * @return the image upright; this one if it is
     */
    public DecodedImage apply(final DecodedImage image) {
        if (code == 1) {
            return image;
        }
        final var old = image.shape();
        final var shape = apply(old);
        final boolean exchanged = code > 4;
        final boolean fromRight = code == 2 || code == 3 || code == 7 || code == 8;
        final boolean fromBelow = code == 3 || code == 4 || code == 6 || code == 7;
        final int right = fromRight ? -1 : 1;
        final int down = (fromBelow ? -1 : 1) * old.width();
        final int corner = (fromRight ? old.width() - 1 : 0) + (fromBelow ? (old.height() - 1) * old.width() : 0);
        final int stepX = exchanged ? down : right;
        final int stepY = exchanged ? right : down;
        final byte[] stored = image.values();
        final var values = new byte[stored.length];
        final int bytes = image.type().bytes();
        for (int part = 0; part < bytes; part++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                final int first = channel * old.height() * old.width() + corner;
                // in strips, so that of old rows across the new ones not each value has to be fetched anew
                for (int left = 0; left < shape.width(); left += STRIP) {
                    final int count = Math.min(STRIP, shape.width() - left);
                    for (int y = 0; y < shape.height(); y++) {
                        copy(stored, (first + y * stepY + left * stepX) * bytes + part, stepX * bytes, values,
                            ((channel * shape.height() + y) * shape.width() + left) * bytes + part, bytes, count);
                    }
                }
            }
        }
        return new DecodedImage(shape, image.type(), values);
    }

    private static void copy(final byte[] from, final int first, final int step, final byte[] to, final int start,
        final int bytes, final int count) {
        int at = first;
        for (int i = 0; i < count; i++) {
            to[start + i * bytes] = from[at];
            at += step;
        }
    }
}
