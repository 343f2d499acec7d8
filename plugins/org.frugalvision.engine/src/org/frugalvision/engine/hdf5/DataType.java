// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a value is stored. */
record DataType(Kind kind, int size, ByteOrder order) {

    /** The kinds that are read. */
    enum Kind {
            /** Floating-point number of 32 or 64 bits. */
            NUMBER,
            /** Text of fixed length. */
            TEXT,
            /** Text of any length, kept elsewhere. */
            LONG_TEXT,
            /** Anything else. */
            OTHER
    }

    private static final int FLOATING_POINT = 1;

    private static final int STRING = 3;

    private static final int VARIABLE_LENGTH = 9;

    static DataType read(final Bytes bytes) throws Hdf5Exception {
        final int kind = bytes.u1() & 0xf;
        final int bits = bytes.u1();
        final long size = bytes.skip(2).u4();
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new Hdf5Exception("the file is damaged (a type of %,d bytes)".formatted(size));
        }
        return new DataType(switch (kind) {
            case FLOATING_POINT -> size == 4 || size == 8 ? Kind.NUMBER : Kind.OTHER;
            case STRING -> Kind.TEXT;
            case VARIABLE_LENGTH -> (bits & 0xf) == 1 ? Kind.LONG_TEXT : Kind.OTHER;
            default -> Kind.OTHER;
        }, (int)size, (bits & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Numbers as 32-bit ones. */
    float[] numbers(final Bytes bytes, final int count) throws Hdf5Exception {
        final ByteBuffer buffer = bytes.part((long)count * size).buffer().order(order);
        final float[] values = new float[count];
        if (size == 4) {
            buffer.asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = (float)buffer.getDouble();
            }
        }
        return values;
    }
}
