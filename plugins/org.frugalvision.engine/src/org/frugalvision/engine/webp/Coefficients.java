// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

import java.util.Arrays;

/**
 * Reads the coefficients of one block after the other (RFC 6386, section 13): of 16 x 16 pixels of brightness, then of
 * 8 x 8 of both colour differences, in parts of 4 x 4.
 */
final class Coefficients {

    static final int PARTS = 24;

    private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};

    private static final int[] ORDER = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

    /** The bits of large numbers, by their category. */
    private static final int[][] BITS = {{173, 148, 140}, {176, 155, 140, 135}, {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}};

    private static final int NODES = 11;

    private static final int AFTER_SECOND = 0;

    private static final int SECOND = 1;

    private static final int COLOURS = 2;

    private static final int WHOLE = 3;

    private final int[] m_odds;

    /** Whether the parts above and on the left had any: 4 of brightness, 2 and 2 of colours, 1 of the second level. */
    private final boolean[][] m_above;

    private final boolean[] m_left = new boolean[9];

    private final int[] m_values = new int[16 * PARTS];

    private final int[] m_second = new int[16];

    Coefficients(final int[] odds, final int columns) {
        m_odds = odds;
        m_above = new boolean[columns][9];
    }

    void startRow() {
        Arrays.fill(m_left, false);
    }

    /** 16 values for each part, scaled; of the block that was read last. */
    int[] values() {
        return m_values;
    }

    /** A block without any. */
    void skip(final int column, final boolean smallBlocks) {
        Arrays.fill(m_values, 0);
        for (int i = 0; i < (smallBlocks ? 8 : 9); i++) {
            m_left[i] = false;
            m_above[column][i] = false;
        }
    }

    /** Whether any value is not 0. */
    boolean read(final BoolReader reader, final int column, final boolean smallBlocks, final int[] steps) {
        Arrays.fill(m_values, 0);
        final boolean[] above = m_above[column];
        if (!smallBlocks) {
            Arrays.fill(m_second, 0);
            final boolean any = read(reader, SECOND, 0, context(above, 8, 8), m_second, 0, steps, 2);
            above[8] = any;
            m_left[8] = any;
            spread();
        }
        for (int i = 0; i < PARTS; i++) {
            final boolean bright = i < 16;
            final int x = bright ? i % 4 : 4 + (i - 16) / 4 * 2 + i % 2;
            final int y = bright ? i / 4 : 4 + (i - 16) / 4 * 2 + i % 4 / 2;
            final int type = bright ? smallBlocks ? WHOLE : AFTER_SECOND : COLOURS;
            final boolean any = read(reader, type, type == AFTER_SECOND ? 1 : 0, context(above, x, y), m_values,
                16 * i, steps, bright ? 0 : 4);
            above[x] = any;
            m_left[y] = any;
        }
        return Arrays.stream(m_values).anyMatch(value -> value != 0);
    }

    private int context(final boolean[] above, final int x, final int y) {
        return (above[x] ? 1 : 0) + (m_left[y] ? 1 : 0);
    }

    private boolean read(final BoolReader reader, final int type, final int first, final int context,
        final int[] target, final int to, final int[] steps, final int step) {
        int next = context;
        int i = first;
        boolean afterZero = false;
        while (i < 16) {
            final int odds = ((type * 8 + BANDS[i]) * 3 + next) * NODES;
            if (!afterZero && reader.bit(m_odds[odds]) == 0) {
                return i > first;
            }
            if (reader.bit(m_odds[odds + 1]) == 0) {
                afterZero = true;
                next = 0;
            } else {
                final int size = reader.bit(m_odds[odds + 2]) == 0 ? 1 : large(reader, odds);
                target[to + ORDER[i]] = (reader.flag() ? -size : size) * steps[step + (i == 0 ? 0 : 1)];
                afterZero = false;
                next = size == 1 ? 1 : 2;
            }
            i++;
        }
        return true;
    }

    private int large(final BoolReader reader, final int odds) {
        if (reader.bit(m_odds[odds + 3]) == 0) {
            return reader.bit(m_odds[odds + 4]) == 0 ? 2 : 3 + reader.bit(m_odds[odds + 5]);
        }
        if (reader.bit(m_odds[odds + 6]) == 0) {
            return reader.bit(m_odds[odds + 7]) == 0 ? 5 + reader.bit(159)
                : 7 + 2 * reader.bit(165) + reader.bit(145);
        }
        final int upper = reader.bit(m_odds[odds + 8]);
        final int category = 2 * upper + reader.bit(m_odds[odds + 9 + upper]);
        int size = 0;
        for (final int bit : BITS[category]) {
            size = 2 * size + reader.bit(bit);
        }
        return size + 3 + (8 << category);
    }

    /** The second level holds the first coefficients of all 16 parts of brightness (section 14.3). */
    private void spread() {
        final var t = new int[16];
        for (int i = 0; i < 4; i++) {
            final int a = m_second[i] + m_second[12 + i];
            final int b = m_second[4 + i] + m_second[8 + i];
            final int c = m_second[4 + i] - m_second[8 + i];
            final int d = m_second[i] - m_second[12 + i];
            t[i] = a + b;
            t[4 + i] = d + c;
            t[8 + i] = a - b;
            t[12 + i] = d - c;
        }
        for (int i = 0; i < 4; i++) {
            final int a = t[4 * i] + 3 + t[4 * i + 3];
            final int b = t[4 * i + 1] + t[4 * i + 2];
            final int c = t[4 * i + 1] - t[4 * i + 2];
            final int d = t[4 * i] + 3 - t[4 * i + 3];
            m_values[64 * i] = a + b >> 3;
            m_values[64 * i + 16] = d + c >> 3;
            m_values[64 * i + 32] = a - b >> 3;
            m_values[64 * i + 48] = d - c >> 3;
        }
    }
}
