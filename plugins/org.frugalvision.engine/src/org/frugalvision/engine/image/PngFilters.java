// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/**
 * Writes each row of a PNG image as differences from its neighbours, by that filter of the five whose differences have
 * the smallest sum of absolute values (W3C PNG specification, sections 9 and 12.7); ties: the simplest filter.
 */
final class PngFilters {

    private static final int FILTERS = 5;

    private final int m_step;

    private byte[] m_row;

    private byte[] m_above;

    /** What each filter makes of the row. */
    private final byte[][] m_differences;

    /**
     * @param bytesOfRow how many
     * @param step how many bytes back the value on the left stands
     */
    PngFilters(final int bytesOfRow, final int step) {
        m_step = step;
        m_row = new byte[bytesOfRow];
        m_above = new byte[bytesOfRow];
        m_differences = new byte[FILTERS][bytesOfRow];
    }

    /** The bytes of the next row are to be put here. */
    byte[] nextRow() {
        final byte[] row = m_above;
        m_above = m_row;
        m_row = row;
        return row;
    }

    /** Writes the row: number of its filter, differences. */
    void filter(final byte[] target, final int at) {
        takeDifferences();
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            final long sum = absolutes(m_differences[filter]);
            if (sum < least) {
                best = filter;
                least = sum;
            }
        }
        target[at] = (byte)best;
        System.arraycopy(m_differences[best], 0, target, at + 1, m_row.length);
    }

    private static long absolutes(final byte[] differences) {
        long sum = 0;
        for (final byte difference : differences) {
            sum += Math.abs(difference);
        }
        return sum;
    }

    /** A loop for each filter, without a choice for each value. */
    private void takeDifferences() {
        System.arraycopy(m_row, 0, m_differences[0], 0, m_row.length);
        System.arraycopy(m_row, 0, m_differences[1], 0, Math.min(m_step, m_row.length));
        for (int i = m_step; i < m_row.length; i++) {
            m_differences[1][i] = (byte)(m_row[i] - m_row[i - m_step]);
        }
        for (int i = 0; i < m_row.length; i++) {
            m_differences[2][i] = (byte)(m_row[i] - m_above[i]);
        }
        for (int i = 0; i < Math.min(m_step, m_row.length); i++) {
            m_differences[3][i] = (byte)(m_row[i] - (m_above[i] & 0xFF) / 2);
            m_differences[4][i] = (byte)(m_row[i] - nearest(0, m_above[i] & 0xFF, 0));
        }
        for (int i = m_step; i < m_row.length; i++) {
            final int left = m_row[i - m_step] & 0xFF;
            final int above = m_above[i] & 0xFF;
            m_differences[3][i] = (byte)(m_row[i] - (left + above) / 2);
            m_differences[4][i] = (byte)(m_row[i] - nearest(left, above, m_above[i - m_step] & 0xFF));
        }
    }

    /** Whichever of the three is nearest to left + above - corner; ties: in this order. */
    private static int nearest(final int left, final int above, final int corner) {
        final int toLeft = Math.abs(above - corner);
        final int toAbove = Math.abs(left - corner);
        final int toCorner = Math.abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
