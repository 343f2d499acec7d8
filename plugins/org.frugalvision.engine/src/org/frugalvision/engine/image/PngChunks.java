// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What the chunks of a PNG file say: header, palette (RGB triples, empty if none), transparency (as stored, empty if
 * none), the packed pixels, and how the camera was held. The checksums of these are verified; what else stands in the
 * file is passed over unread, and so is all that follows the pixels.
 */
record PngChunks(PngHeader header, byte[] palette, byte[] transparency, List<ByteBuffer> pixels,
    Orientation orientation) {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private static final int PIXELS = 0x49444154;

    /** A chunk has 4 bytes of length, 4 of type and 4 of checksum around its content. */
    private static final int FRAME = 12;

    /** Packed data can grow at most by this factor (deflate: 258 bytes from 2 bits). */
    private static final long LARGEST_GROWTH = 1032;

    /** The type of a chunk that nobody knows and nobody needs. */
    private static final String PASSED_OVER = "none";

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
        final var pixels = new ArrayList<ByteBuffer>();
        Orientation orientation = Orientation.UPRIGHT;
        while (pixels.isEmpty() || startsWithChunk(file)) {
            final var chunk = next(file, header, !pixels.isEmpty());
            final var type = type(chunk);
            if (header == null && !"IHDR".equals(type)) {
                throw new PngFormatException("its first chunk is not IHDR");
            }
            switch (type) {
                case "IHDR" -> header = PngHeader.read(chunk);
                case "PLTE" -> palette = bytes(chunk);
                case "tRNS" -> transparency = bytes(chunk);
                case "IDAT" -> pixels.add(chunk.slice());
                case "eXIf" -> orientation = Orientation.ofExif(chunk.slice());
                case "IEND" -> {
                    return checked(new PngChunks(header, palette, transparency, pixels, orientation));
                }
                default -> refuseCritical(type);
            }
        }
        return checked(new PngChunks(header, palette, transparency, pixels, orientation));
    }

    private static PngChunks checked(final PngChunks png) throws PngFormatException {
        final long packedBytes = png.pixels.stream().mapToLong(ByteBuffer::remaining).sum();
        if (png.header.sampleBytes() > LARGEST_GROWTH * packedBytes) {
            throw new PngFormatException("its header announces more pixels than its data can hold");
        }
        return png;
    }

    /**
     * Whether another chunk that can be named follows: with the pixels read, the end of the file may be missing or
     * be anything.
     */
    private static boolean startsWithChunk(final ByteBuffer file) {
        if (file.remaining() < FRAME) {
            return false;
        }
        final int length = file.getInt(file.position());
        if (file.getInt(file.position() + 4) == PIXELS) {
            return true;
        }
        for (int i = 4; i < 8; i++) {
            if (!Character.isLetter(file.get(file.position() + i))) {
                return false;
            }
        }
        return length >= 0 && length <= file.remaining() - FRAME;
    }

    /** The shape that the decoded image will have. */
    ImageShape shape() {
        final int channels = switch (header.colourType()) {
            case PngHeader.GREY -> hasKey() ? 4 : 1;
            case PngHeader.RGB -> hasKey() ? 4 : 3;
            case PngHeader.PALETTE -> transparency.length > 0 ? 4 : Greys.only(palette) ? 1 : 3;
            default -> 4;
        };
        return orientation.apply(new ImageShape(channels, header.height(), header.width()));
    }

    /** Whether one grey or colour of the image means that a pixel is transparent. */
    boolean hasKey() {
        return header.colourType() == PngHeader.GREY && transparency.length >= Short.BYTES
            || header.colourType() == PngHeader.RGB && transparency.length >= 3 * Short.BYTES;
    }

    /** The part of that colour, in the bits of the file. */
    int key(final int channel) {
        final int value = (transparency[2 * channel] & 0xFF) << Byte.SIZE | transparency[2 * channel + 1] & 0xFF;
        return value & (1 << header.bitDepth()) - 1;
    }

    /** The next chunk from its type to the end of its content. */
    private static ByteBuffer next(final ByteBuffer file, final PngHeader header, final boolean afterPixels)
        throws PngFormatException {
        if (file.remaining() < FRAME) {
            throw new PngFormatException(
                header == null ? "it ends before its header" : "it ends before its pixel data");
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
        if (file.getInt() == (int)crc.getValue()) {
            return chunk;
        }
        if (decides(type(chunk.duplicate()), afterPixels)) {
            throw new PngFormatException("the checksum of chunk %s is wrong".formatted(type(chunk)));
        }
        return ByteBuffer.wrap(PASSED_OVER.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether the pixels depend on a chunk: all critical ones, and transparency, but for what follows the pixels. */
    private static boolean decides(final String type, final boolean afterPixels) {
        return "IDAT".equals(type) || !afterPixels && (Character.isUpperCase(type.charAt(0)) || "tRNS".equals(type));
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
