// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.IOException;
import java.io.InputStream;

/** Unpacked rows of one pass over a PNG image, with their filters undone (W3C PNG specification, section 9). */
final class PngRows {

    private final InputStream m_unpacked;

    /** How many bytes back the value on the left stands. */
    private final int m_step;

    private byte[] m_row;

    private byte[] m_above;

    PngRows(final InputStream unpacked, final int bytesOfRow, final int bitsOfPixel) {
        m_unpacked = unpacked;
        m_step = Math.max(1, bitsOfPixel / Byte.SIZE);
        m_row = new byte[bytesOfRow];
        m_above = new byte[bytesOfRow];
    }

    /** The next row; valid until the one after the next is read. */
    byte[] next() throws IOException {
        final var row = m_above;
        m_above = m_row;
        m_row = row;
        final int filter = m_unpacked.read();
        if (m_unpacked.readNBytes(row, 0, row.length) < row.length) {
            throw new IOException("The data end.");
        }
        switch (filter) {
            case 0 -> {
                // as it is
            }
            case 1 -> addLeft(row);
            case 2 -> addAbove(row);
            case 3 -> addMean(row);
            case 4 -> addNearest(row);
            default -> throw new IOException("There is no filter " + filter + ".");
        }
        return row;
    }

    private void addLeft(final byte[] row) {
        for (int i = m_step; i < row.length; i++) {
            row[i] += row[i - m_step];
        }
    }

    private void addAbove(final byte[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] += m_above[i];
        }
    }

    private void addMean(final byte[] row) {
        for (int i = 0; i < row.length; i++) {
            final int left = i < m_step ? 0 : row[i - m_step] & 0xFF;
            row[i] += (byte)(left + (m_above[i] & 0xFF) >> 1);
        }
    }

    /** Paeth's: whichever of left, above and above left is nearest to left + above - above left. */
    private void addNearest(final byte[] row) {
        for (int i = 0; i < row.length; i++) {
            final int left = i < m_step ? 0 : row[i - m_step] & 0xFF;
            final int above = m_above[i] & 0xFF;
            final int corner = i < m_step ? 0 : m_above[i - m_step] & 0xFF;
            final int toLeft = Math.abs(above - corner);
            final int toAbove = Math.abs(left - corner);
            final int toCorner = Math.abs(left + above - 2 * corner);
            if (toLeft <= toAbove && toLeft <= toCorner) {
                row[i] += (byte)left;
            } else {
                row[i] += (byte)(toAbove <= toCorner ? above : corner);
            }
        }
    }
}
