// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What the chunks of a PNG file say, with all checksums verified: header, palette (RGB triples, empty if none) and
 * transparency (as stored, empty if none).
 */
record PngChunks(PngHeader header, byte[] palette, byte[] transparency) {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    /** A chunk has 4 bytes of length, 4 of type and 4 of checksum around its content. */
    private static final int FRAME = 12;

    /** Packed data can grow at most by this factor (deflate: 258 bytes from 2 bits). */
    private static final long LARGEST_GROWTH = 1032;

    private static final byte[] NONE = {};

    static PngChunks read(final byte[] png) throws PngFormatException {
        if (png.length == 0) {
            throw new PngFormatException("it is empty");
        }
        final var file = ByteBuffer.wrap(png);
        if (png.length < Long.BYTES || file.getLong() != SIGNATURE) {
            throw new PngFormatException("it does not start like a PNG file");
        }
        PngHeader header = null;
        byte[] palette = NONE;
        byte[] transparency = NONE;
        long packedBytes = 0;
        while (true) {
            final var chunk = next(file);
            final var type = type(chunk);
            if (header == null && !"IHDR".equals(type)) {
                throw new PngFormatException("its first chunk is not IHDR");
            }
            switch (type) {
                case "IHDR" -> header = PngHeader.read(chunk);
                case "PLTE" -> palette = bytes(chunk);
                case "tRNS" -> transparency = bytes(chunk);
                case "IDAT" -> packedBytes += chunk.remaining();
                case "IEND" -> {
                    if (header.sampleBytes() > LARGEST_GROWTH * packedBytes) {
                        throw new PngFormatException("its header announces more pixels than its data can hold");
                    }
                    return new PngChunks(header, palette, transparency);
                }
                default -> refuseCritical(type);
            }
        }
    }

    /** The shape that the decoded image will have. */
    ImageShape shape() {
        final int channels = switch (header.colourType()) {
            case PngHeader.GREY -> 1;
            case PngHeader.RGB -> 3;
            case PngHeader.PALETTE -> transparency.length == 0 ? 3 : 4;
            default -> 4;
        };
        return new ImageShape(channels, header.height(), header.width());
    }

    /** The next chunk from its type to the end of its content. */
    private static ByteBuffer next(final ByteBuffer file) throws PngFormatException {
        if (file.remaining() < FRAME) {
            throw new PngFormatException("it ends before chunk IEND");
        }
        final int length = file.getInt();
        final var chunk = file.slice();
        if (length < 0 || length > file.remaining() - 8) {
            throw new PngFormatException("it ends in the middle of chunk " + type(chunk));
        }
        chunk.limit(4 + length);
        final var crc = new CRC32();
        crc.update(chunk.duplicate());
        file.position(file.position() + 4 + length);
        if (file.getInt() != (int)crc.getValue()) {
            throw new PngFormatException("the checksum of chunk %s is wrong".formatted(type(chunk)));
        }
        return chunk;
    }

    /** Reads the type; unprintable characters become question marks, for the sake of messages. */
    private static String type(final ByteBuffer chunk) {
        final var type = new byte[4];
        chunk.get(type);
        for (int i = 0; i < type.length; i++) {
            if (type[i] < ' ' || type[i] > '~') {
                type[i] = '?';
            }
        }
        return new String(type, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(final ByteBuffer chunk) {
        final var bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        return bytes;
    }

    /** A type that starts with an upper-case letter says: who does not know me cannot show this image. */
    private static void refuseCritical(final String type) throws PngFormatException {
        if (Character.isUpperCase(type.charAt(0))) {
            throw new PngFormatException("chunk " + type + " is unknown");
        }
    }
}
