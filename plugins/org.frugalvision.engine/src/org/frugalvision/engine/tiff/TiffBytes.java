// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a TIFF file as numbers in the order that its first bytes tell; in BigTIFF places have 64 bits. */
final class TiffBytes {

    private static final int BIG = 43;

    private final ByteBuffer m_file;

    private final boolean m_big;

    TiffBytes(final byte[] file) throws TiffException {
        m_file = ByteBuffer.wrap(file)
            .order(file.length > 0 && file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        m_big = unsigned(2, Short.BYTES) == BIG;
    }

    /** Whether places and counts have 64 bits. */
    boolean isBig() {
        return m_big;
    }

    boolean isLittleEndian() {
        return m_file.order() == ByteOrder.LITTLE_ENDIAN;
    }

    int length() {
        return m_file.capacity();
    }

    /** How many bytes the place of something takes. */
    int bytesOfPlace() {
        return m_big ? Long.BYTES : Integer.BYTES;
    }

    /** Whether all these bytes are in the file. */
    boolean has(final long at, final long count) {
        return at >= 0 && count >= 0 && at <= length() && count <= length() - at;
    }

    /** A number of 1, 2, 4 or 8 bytes. */
    long unsigned(final long at, final int bytes) throws TiffException {
        if (!has(at, bytes)) {
            throw new TiffException("it ends before what it announces");
        }
        final int from = (int)at;
        return switch (bytes) {
            case Byte.BYTES -> m_file.get(from) & 0xFF;
            case Short.BYTES -> m_file.getShort(from) & 0xFFFF;
            case Integer.BYTES -> m_file.getInt(from) & 0xFFFF_FFFFL;
            default -> m_file.getLong(from);
        };
    }

    /** As many of these bytes as the file has. */
    byte[] copy(final long at, final long count) {
        if (at < 0 || at >= length()) {
            return new byte[0];
        }
        final var copy = new byte[(int)Math.min(Math.max(0, count), length() - at)];
        m_file.get((int)at, copy);
        return copy;
    }
}
