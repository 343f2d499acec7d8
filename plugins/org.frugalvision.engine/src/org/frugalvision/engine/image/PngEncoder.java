// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes CHW values as a PNG file of 8 bits; per row the filter with the smallest sum of absolute differences, ties:
 * the first.
 */
final class PngEncoder {

    private PngEncoder() {
    }

    static byte[] encode(final ImageShape shape, final byte[] values) {
        final int colourType = switch (shape.channels()) {
            case 1 -> PngHeader.GREY;
            case 3 -> PngHeader.RGB;
            case 4 -> PngHeader.RGB_ALPHA;
            default -> throw new IllegalArgumentException(
                "A PNG image has 1, 3 or 4 channels, not " + shape.channels() + ".");
        };
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(values.length + " values do not fill " + shape + ".");
        }
        final var header = ByteBuffer.allocate(13).putInt(shape.width()).putInt(shape.height()).put((byte)8)
            .put((byte)colourType);
        final var file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(PngChunks.SIGNATURE).array());
        writeChunk(file, "IHDR", header.array());
        writeChunk(file, "IDAT", pack(filter(shape, values)));
        writeChunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] filter(final ImageShape shape, final byte[] values) {
        final int channels = shape.channels();
        final int area = shape.height() * shape.width();
        final int rowBytes = shape.width() * channels;
        final var filtered = new byte[Math.multiplyExact(shape.height(), rowBytes + 1)];
        var above = new byte[rowBytes];
        var row = new byte[rowBytes];
        final var attempt = new byte[rowBytes];
        for (int y = 0; y < shape.height(); y++) {
            for (int i = 0; i < rowBytes; i++) {
                row[i] = values[i % channels * area + y * shape.width() + i / channels];
            }
            long best = Long.MAX_VALUE;
            for (int type = 0; type < PngFilters.COUNT; type++) {
                final long sum = applyFilter(type, row, above, channels, attempt);
                if (sum < best) {
                    best = sum;
                    filtered[y * (rowBytes + 1)] = (byte)type;
                    System.arraycopy(attempt, 0, filtered, y * (rowBytes + 1) + 1, rowBytes);
                }
            }
            final var swap = above;
            above = row;
            row = swap;
        }
        return filtered;
    }

    private static long applyFilter(final int type, final byte[] row, final byte[] above, final int distance,
        final byte[] target) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            final boolean first = i < distance;
            target[i] = (byte)(row[i] - PngFilters.predict(type, first ? 0 : row[i - distance] & 0xFF, above[i] & 0xFF,
                first ? 0 : above[i - distance] & 0xFF));
            sum += Math.abs(target[i]);
        }
        return sum;
    }

    private static byte[] pack(final byte[] data) {
        final var deflater = new Deflater();
        try {
            deflater.setInput(data);
            deflater.finish();
            final var packed = new ByteArrayOutputStream();
            final var buffer = new byte[1 << 13];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void writeChunk(final ByteArrayOutputStream file, final String type, final byte[] content) {
        final var chunk = ByteBuffer.allocate(content.length + 4);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        final var crc = new CRC32();
        crc.update(chunk.flip().duplicate());
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(chunk.array());
        file.writeBytes(ByteBuffer.allocate(4).putInt((int)crc.getValue()).array());
    }
}
