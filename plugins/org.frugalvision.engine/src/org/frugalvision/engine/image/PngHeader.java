// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.ByteBuffer;

/** Chunk IHDR of a PNG file (W3C PNG specification, section 11.2.1). */
record PngHeader(int width, int height, int bitDepth, int colourType, boolean interlaced) {

    static final int GREY = 0;

    static final int RGB = 2;

    static final int PALETTE = 3;

    static final int GREY_ALPHA = 4;

    static final int RGB_ALPHA = 6;

    private static final int LENGTH = 13;

    private static final int MOST_PIXELS = 1 << 26;

    static PngHeader read(final ByteBuffer chunk) throws PngFormatException {
        if (chunk.remaining() != LENGTH) {
            throw new PngFormatException("its header has a wrong length");
        }
        final var header = new PngHeader(chunk.getInt(), chunk.getInt(), chunk.get(), chunk.get(), interlaced(chunk));
        if (header.width < 1 || header.height < 1) {
            throw new PngFormatException("its header announces an image without pixels");
        }
        if (!header.depthFitsColour()) {
            throw new PngFormatException(
                "its header announces %d bits with color type %d".formatted(header.bitDepth, header.colourType));
        }
        if ((long)header.width * header.height > MOST_PIXELS) {
            throw new PngFormatException(
                "its header announces %d x %d pixels, more than the %d that are read of PNG".formatted(header.width,
                    header.height, MOST_PIXELS));
        }
        return header;
    }

    private static boolean interlaced(final ByteBuffer chunk) throws PngFormatException {
        final int compression = chunk.get();
        final int filter = chunk.get();
        final int interlace = chunk.get();
        if (compression != 0 || filter != 0 || interlace < 0 || interlace > 1) {
            throw new PngFormatException("its header names an unknown compression, filter or interlace method");
        }
        return interlace == 1;
    }

    private boolean depthFitsColour() {
        return switch (colourType) {
            case GREY -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
            case PALETTE -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
            case RGB, GREY_ALPHA, RGB_ALPHA -> bitDepth == 8 || bitDepth == 16;
            default -> false;
        };
    }

    int samplesPerPixel() {
        return switch (colourType) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    /** Bytes of all samples, unpacked. */
    long sampleBytes() {
        return ((long)width * samplesPerPixel() * bitDepth + 7) / 8 * height;
    }
}
