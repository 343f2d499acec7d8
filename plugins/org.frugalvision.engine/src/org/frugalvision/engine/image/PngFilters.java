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

    /**
     * @param bytesOfRow how many
     * @param step how many bytes back the value on the left stands
     */
    PngFilters(final int bytesOfRow, final int step) {
        m_step = step;
        m_row = new byte[bytesOfRow];
        m_above = new byte[bytesOfRow];
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
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            long sum = 0;
            for (int i = 0; i < m_row.length && sum < least; i++) {
                sum += Math.abs(difference(filter, i));
            }
            if (sum < least) {
                best = filter;
                least = sum;
            }
        }
        target[at] = (byte)best;
        for (int i = 0; i < m_row.length; i++) {
            target[at + 1 + i] = difference(best, i);
        }
    }

    private byte difference(final int filter, final int i) {
        final int left = i < m_step ? 0 : m_row[i - m_step] & 0xFF;
        final int above = m_above[i] & 0xFF;
        return (byte)(m_row[i] - switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> above;
            case 3 -> (left + above) / 2;
            default -> nearest(left, above, i < m_step ? 0 : m_above[i - m_step] & 0xFF);
        });
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
