// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Some bytes of a file, read from front to end; what would go beyond them is refused. Little-endian. */
final class Bytes {

    private final ByteBuffer m_buffer;

    Bytes(final ByteBuffer buffer) {
        m_buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    int left() {
        return m_buffer.remaining();
    }

    int u1() throws Hdf5Exception {
        need(1);
        return m_buffer.get() & 0xff;
    }

    int u2() throws Hdf5Exception {
        need(2);
        return m_buffer.getShort() & 0xffff;
    }

    long u4() throws Hdf5Exception {
        need(4);
        return m_buffer.getInt() & 0xffffffffL;
    }

    /** An address or a length, of which a negative one means that there is none. */
    long u8() throws Hdf5Exception {
        need(8);
        return m_buffer.getLong();
    }

    Bytes skip(final long count) throws Hdf5Exception {
        need(count);
        m_buffer.position(m_buffer.position() + (int)count);
        return this;
    }

    /** To the next multiple of eight bytes since the start. */
    void align() throws Hdf5Exception {
        skip(Math.min(left(), (8 - m_buffer.position() % 8) % 8));
    }

    /** The next bytes on their own; this goes on behind them. */
    Bytes part(final long count) throws Hdf5Exception {
        need(count);
        final ByteBuffer part = m_buffer.slice(m_buffer.position(), (int)count);
        skip(count);
        return new Bytes(part);
    }

    ByteBuffer buffer() {
        return m_buffer.slice();
    }

    /** A text of so many bytes, ended by zero if it is shorter. */
    String text(final long count) throws Hdf5Exception {
        need(count);
        final byte[] bytes = new byte[(int)count];
        m_buffer.get(bytes);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Refuses another signature, of ASCII characters. */
    Bytes expect(final String signature) throws Hdf5Exception {
        if (!text(signature.length()).equals(signature)) {
            throw new Hdf5Exception("the file is damaged (no %s where one should be)".formatted(signature));
        }
        return this;
    }

    private void need(final long count) throws Hdf5Exception {
        if (count < 0 || count > left()) {
            throw new Hdf5Exception("the file is damaged (a part of it is too short)");
        }
    }
}
