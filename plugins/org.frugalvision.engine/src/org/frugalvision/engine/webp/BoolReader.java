// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

import java.nio.ByteBuffer;

/** Reads bits of known probability (RFC 6386, section 7). After the end come zeros, which {@link #overrun} tells. */
final class BoolReader {

    private static final int HALF = 128;

    private final ByteBuffer m_bytes;

    private int m_value;

    private int m_range = 255;

    private int m_shifted;

    private int m_beyond;

    BoolReader(final ByteBuffer bytes) {
        m_bytes = bytes;
        m_value = next() << Byte.SIZE | next();
    }

    private int next() {
        if (m_bytes.hasRemaining()) {
            return m_bytes.get() & 0xFF;
        }
        m_beyond++;
        return 0;
    }

    /** Whether bits were needed that are not there; two bytes are read ahead. */
    boolean overrun() {
        return m_beyond > 2;
    }

    /** A bit that is 0 in so many of 256 cases. */
    int bit(final int probability) {
        final int split = 1 + ((m_range - 1) * probability >> Byte.SIZE);
        final int bit = m_value >= split << Byte.SIZE ? 1 : 0;
        if (bit == 1) {
            m_range -= split;
            m_value -= split << Byte.SIZE;
        } else {
            m_range = split;
        }
        while (m_range < HALF) {
            m_value <<= 1;
            m_range <<= 1;
            m_shifted++;
            if (m_shifted == Byte.SIZE) {
                m_shifted = 0;
                m_value |= next();
            }
        }
        return bit;
    }

    boolean flag() {
        return bit(HALF) == 1;
    }

    /** An unsigned number. */
    int number(final int bits) {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number = number << 1 | bit(HALF);
        }
        return number;
    }

    /** A number and its sign, if a flag says so; otherwise 0. */
    int optional(final int bits) {
        if (!flag()) {
            return 0;
        }
        final int size = number(bits);
        return flag() ? -size : size;
    }
}
