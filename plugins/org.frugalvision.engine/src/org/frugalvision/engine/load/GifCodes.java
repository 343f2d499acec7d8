// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Unpacks the LZW of GIF (GIF89a, appendix F): codes of up to 12 bits, the lowest bit first, in blocks of up to 255
 * bytes. A string is the one before it and one byte more.
 */
final class GifCodes {

    private static final int MOST = 4096;

    private static final int LONGEST = 12;

    private final ByteBuffer m_file;

    private final int[] m_before = new int[MOST];

    private final byte[] m_last = new byte[MOST];

    private final byte[] m_first = new byte[MOST];

    private final int[] m_length = new int[MOST];

    private int m_left;

    private int m_bits;

    private int m_held;

    GifCodes(final ByteBuffer file) {
        m_file = file;
    }

    /** So many bytes. */
    byte[] unpack(final int count) throws RejectedException {
        try {
            return codes(new byte[count]);
        } catch (final BufferUnderflowException e) {
            throw new RejectedException("its data are damaged (its pixel data end too early)", e);
        }
    }

    private byte[] codes(final byte[] target) throws RejectedException {
        final int bits = m_file.get() & 0xFF;
        if (bits < 1 || bits > 8) {
            throw damaged();
        }
        final int clear = 1 << bits;
        for (int i = 0; i < clear; i++) {
            m_last[i] = (byte)i;
            m_first[i] = (byte)i;
            m_length[i] = 1;
        }
        int width = bits + 1;
        int next = clear + 2;
        int previous = -1;
        int to = 0;
        while (to < target.length) {
            final int code = read(width);
            if (code == clear + 1 || code > next || code == next && previous < 0) {
                throw damaged();
            }
            if (code == clear) {
                width = bits + 1;
                next = clear + 2;
                previous = -1;
                continue;
            }
            if (previous >= 0 && next < MOST) {
                m_before[next] = previous;
                m_first[next] = m_first[previous];
                m_length[next] = m_length[previous] + 1;
                m_last[next] = m_first[code == next ? previous : code];
                next++;
                if (next == 1 << width && width < LONGEST) {
                    width++;
                }
            } else if (code >= next) {
                throw damaged();
            }
            to = write(code, target, to);
            previous = code;
        }
        return target;
    }

    private static RejectedException damaged() {
        return new RejectedException("its data are damaged (its pixels cannot be unpacked)");
    }

    private int read(final int width) throws RejectedException {
        while (m_held < width) {
            if (m_left == 0) {
                m_left = m_file.get() & 0xFF;
                if (m_left == 0) {
                    throw new RejectedException("its data are damaged (its pixel data end too early)");
                }
            }
            m_bits |= (m_file.get() & 0xFF) << m_held;
            m_held += Byte.SIZE;
            m_left--;
        }
        final int code = m_bits & (1 << width) - 1;
        m_bits >>>= width;
        m_held -= width;
        return code;
    }

    private int write(final int code, final byte[] target, final int to) {
        int at = code;
        for (int position = to + m_length[code] - 1; position >= to; position--) {
            if (position < target.length) {
                target[position] = m_last[at];
            }
            at = m_before[at];
        }
        return Math.min(target.length, to + m_length[code]);
    }
}
