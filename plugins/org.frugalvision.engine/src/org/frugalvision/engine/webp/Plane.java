// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

import java.util.Arrays;

/**
 * Brightness or one of two colour differences of a frame, whole blocks wide and high. Before the first row stand 127s,
 * before the first column 129s: what prediction finds there.
 */
final class Plane {

    private static final int ABOVE = 127;

    private static final int LEFT = 129;

    private final int m_stride;

    private final byte[] m_values;

    Plane(final int width, final int height) {
        // four more columns, for prediction from above on the right
        m_stride = width + 5;
        m_values = new byte[m_stride * (height + 1)];
        Arrays.fill(m_values, 0, m_stride, (byte)ABOVE);
        for (int y = 0; y < height; y++) {
            m_values[at(-1, y)] = (byte)LEFT;
        }
    }

    int stride() {
        return m_stride;
    }

    /** The values, for those who know where; see {@link #at}. */
    byte[] values() {
        return m_values;
    }

    int at(final int x, final int y) {
        return (y + 1) * m_stride + x + 1;
    }

    int get(final int x, final int y) {
        return m_values[at(x, y)] & 0xFF;
    }

    void set(final int x, final int y, final int value) {
        m_values[at(x, y)] = (byte)value;
    }

    static int clipped(final int value) {
        return value < 0 ? 0 : Math.min(255, value);
    }

    /** Adds what the coefficients of 4 x 4 pixels say (RFC 6386, section 14.3). */
    void add(final int[] c, final int from, final int x, final int y) {
        final var t = new int[16];
        for (int i = 0; i < 4; i++) {
            final int in = from + i;
            final int a = c[in] + c[in + 8];
            final int b = c[in] - c[in + 8];
            final int low = cosine(c[in + 4]) + sine(c[in + 12]);
            final int high = sine(c[in + 4]) - cosine(c[in + 12]);
            t[4 * i] = a + low;
            t[4 * i + 1] = b + high;
            t[4 * i + 2] = b - high;
            t[4 * i + 3] = a - low;
        }
        for (int i = 0; i < 4; i++) {
            final int a = t[i] + 4 + t[i + 8];
            final int b = t[i] + 4 - t[i + 8];
            final int low = cosine(t[i + 4]) + sine(t[i + 12]);
            final int high = sine(t[i + 4]) - cosine(t[i + 12]);
            set(x, y + i, clipped(get(x, y + i) + (a + low >> 3)));
            set(x + 1, y + i, clipped(get(x + 1, y + i) + (b + high >> 3)));
            set(x + 2, y + i, clipped(get(x + 2, y + i) + (b - high >> 3)));
            set(x + 3, y + i, clipped(get(x + 3, y + i) + (a - low >> 3)));
        }
    }

    /** sqrt(2) cos(pi / 8). */
    private static int cosine(final int value) {
        return (value * 20_091 >> 16) + value;
    }

    /** sqrt(2) sin(pi / 8). */
    private static int sine(final int value) {
        return value * 35_468 >> 16;
    }
}
