// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes PNG files of every kind for tests, chunk by chunk. */
final class PngFile {

    private final ByteArrayOutputStream m_bytes = new ByteArrayOutputStream();

    PngFile() {
        m_bytes.writeBytes(new byte[]{(byte)0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    }

    static PngFile of(final int width, final int height, final int bitDepth, final int colourType) {
        return new PngFile().chunk("IHDR", header(width, height, bitDepth, colourType, 0));
    }

    static byte[] header(final int width, final int height, final int bitDepth, final int colourType,
        final int interlace) {
        return ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte)bitDepth).put((byte)colourType)
            .put((byte)0).put((byte)0).put((byte)interlace).array();
    }

    PngFile chunk(final String type, final byte[] content) {
        final var typed =
            ByteBuffer.allocate(4 + content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        final var crc = new CRC32();
        crc.update(typed);
        m_bytes.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        m_bytes.writeBytes(typed);
        m_bytes.writeBytes(ByteBuffer.allocate(4).putInt((int)crc.getValue()).array());
        return this;
    }

    PngFile chunk(final String type, final int... content) {
        final var bytes = new byte[content.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)content[i];
        }
        return chunk(type, bytes);
    }

    /** Pixel data: per row the filter byte and the row. */
    PngFile data(final int... rows) {
        final var bytes = new byte[rows.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)rows[i];
        }
        final var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        final var packed = new byte[rows.length + 100];
        final int length = deflater.deflate(packed);
        deflater.end();
        return chunk("IDAT", Arrays.copyOf(packed, length));
    }

    byte[] end() {
        return chunk("IEND").m_bytes.toByteArray();
    }
}
