// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

/**
 * Unpacks LZW as TIFF 6.0, section 13, has it: codes of 9 to 12 bits, the highest bit first, each width given up one
 * code early. A string is the one before it and one byte more.
 */
final class LzwCodes {

    private static final int CLEAR = 256;

    private static final int END = 257;

    private static final int FIRST = 258;

    private static final int MOST = 4096;

    private static final int SHORTEST = 9;

    private final byte[] m_packed;

    private final int[] m_before = new int[MOST];

    private final byte[] m_last = new byte[MOST];

    private final int[] m_length = new int[MOST];

    private int m_bit;

    LzwCodes(final byte[] packed) throws TiffException {
        if (packed.length > 1 && packed[0] == 0 && (packed[1] & 1) == 1) {
            throw new TiffException("it is packed by an LZW of before TIFF 5.0, which is not read");
        }
        m_packed = packed;
        for (int i = 0; i < CLEAR; i++) {
            m_last[i] = (byte)i;
            m_length[i] = 1;
        }
    }

    /** How many bytes of the target were filled. */
    int unpack(final byte[] target) throws TiffException {
        int to = 0;
        int next = FIRST;
        int width = SHORTEST;
        int previous = CLEAR;
        while (to < target.length) {
            final int code = read(width);
            if (code == END) {
                break;
            }
            if (code == CLEAR) {
                next = FIRST;
                width = SHORTEST;
            } else {
                if (previous != CLEAR && next < MOST) {
                    add(next, previous, code == next ? previous : code);
                    next++;
                }
                if (code >= next || code > END && code < FIRST) {
                    throw new TiffException("its pixel data are damaged");
                }
                to += write(code, target, to);
                width = next + 1 < MOST ? Math.max(SHORTEST, Integer.SIZE - Integer.numberOfLeadingZeros(next + 1))
                    : Integer.SIZE - Integer.numberOfLeadingZeros(MOST - 1);
            }
            previous = code;
        }
        return to;
    }

    /** {@link #END} where the data end. */
    private int read(final int width) {
        if (m_bit + width > (long)m_packed.length * Byte.SIZE) {
            return END;
        }
        int code = 0;
        for (int i = 0; i < width; i++) {
            code = code << 1 | m_packed[m_bit / Byte.SIZE] >> 7 - m_bit % Byte.SIZE & 1;
            m_bit++;
        }
        return code;
    }

    private void add(final int code, final int previous, final int firstOf) throws TiffException {
        if (firstOf > code) {
            throw new TiffException("its pixel data are damaged");
        }
        m_before[code] = previous;
        m_length[code] = m_length[previous] + 1;
        m_last[code] = first(firstOf);
    }

    private byte first(final int code) {
        int first = code;
        while (first >= CLEAR) {
            first = m_before[first];
        }
        return m_last[first];
    }

    private int write(final int code, final byte[] target, final int to) {
        int position = to + m_length[code];
        int at = code;
        while (position > to) {
            position--;
            if (position < target.length) {
                target[position] = m_last[at];
            }
            at = m_before[at];
        }
        return Math.min(m_length[code], target.length - to);
    }
}
