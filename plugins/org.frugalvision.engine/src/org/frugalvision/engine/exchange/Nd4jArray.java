// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.frugalvision.engine.network.NetworkFormatException;

/**
 * ND4J's binary format of an array: two buffers, the shape and the values, each a text (how it was allocated), a
 * length, a text (the type) and the values, big-endian. Only as many values are read as are expected.
 */
final class Nd4jArray {

    /** Rank, sizes and strides of 32 dimensions, and three more numbers. */
    private static final int LONGEST_SHAPE = 68;

    private static final int BLOCK = 1 << 16;

    private Nd4jArray() {
    }

    /** Reads an array of a known length; {@code bytes} is the announced size of all. */
    static float[] read(final InputStream stream, final long bytes, final long length) throws IOException {
        try {
            final var in = new DataInputStream(stream);
            final Buffer shape = Buffer.read(in);
            if (shape.length() < 1 || shape.length() > LONGEST_SHAPE) {
                throw new NetworkFormatException("its weights are no array of ND4J");
            }
            in.skipNBytes(shape.length() * shape.width());
            final Buffer values = Buffer.read(in);
            if (values.length() != length) {
                throw new NetworkFormatException(
                    "it holds %,d weights, but its layers need %,d".formatted(values.length(), length));
            }
            if (bytes >= 0 && length * values.width() > bytes) {
                throw new NetworkFormatException("its weights are cut off");
            }
            return values.values(in);
        } catch (EOFException e) {
            throw new NetworkFormatException("its weights are cut off", e);
        }
    }

    /** The head of a buffer. */
    private record Buffer(long length, String type) {

        static Buffer read(final DataInputStream in) throws IOException {
            in.skipNBytes(in.readUnsignedShort()); // how it was allocated
            final long length = in.readLong();
            final byte[] type = in.readNBytes(Math.min(16, in.readUnsignedShort()));
            return new Buffer(length, new String(type, StandardCharsets.US_ASCII));
        }

        int width() throws NetworkFormatException {
            return switch (type) {
                case "LONG", "DOUBLE" -> Long.BYTES;
                case "INT", "FLOAT" -> Integer.BYTES;
                default -> throw new NetworkFormatException(
                    "its weights are of the type \"%s\", but must be FLOAT or DOUBLE".formatted(type));
            };
        }

        float[] values(final DataInputStream in) throws IOException {
            final float[] values = new float[(int)length];
            final byte[] block = new byte[BLOCK];
            final int width = width();
            final int most = BLOCK / width;
            for (int at = 0; at < values.length; at += most) {
                final int count = Math.min(most, values.length - at);
                in.readFully(block, 0, count * width);
                final ByteBuffer buffer = ByteBuffer.wrap(block);
                if (type.equals("FLOAT")) {
                    buffer.asFloatBuffer().get(values, at, count);
                } else if (type.equals("DOUBLE")) {
                    for (int i = 0; i < count; i++) {
                        values[at + i] = (float)buffer.getDouble();
                    }
                } else {
                    throw new NetworkFormatException(
                        "its weights are of the type \"%s\", but must be FLOAT or DOUBLE".formatted(type));
                }
            }
            return values;
        }
    }
}
