// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.function.Predicate;

import org.frugalvision.engine.run.Wording;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Writes counts into the cells of a heat map, light on dark cells; one that does not fit its cell is shortened to
 * thousands or millions.
 */
final class CellCounts extends Annotation {

    /** From this share of the row on, a cell is dark. */
    private static final double DARK_SHARE = 0.5;

    private static final double[] UNITS = {1, 1e3, 1e6, 1e9};

    private static final String[] UNIT_NAMES = {"", "k", "M", "G"};

    private final long[][] m_counts;

    private final double[][] m_shares;

    /** {@code counts} and {@code shares} by row from above and column from the left. */
    CellCounts(final long[][] counts, final double[][] shares) {
        super(false);
        m_counts = counts;
        m_shares = shares;
    }

    @Override
    public void paint(final Graphics2D graphics) {
        final double left = getXAxisScreenValueForMin();
        final double cellWidth = (getXAxisScreenValueForMax() - left) / m_counts.length;
        // on a screen, y grows downwards: what the library calls the value for the maximum is the lower edge
        final double top = getYAxisScreenValueForMin();
        final double cellHeight = (getYAxisScreenValueForMax() - top) / m_counts.length;
        graphics.setFont(Drawing.font(Font.PLAIN, cellHeight > 40 ? 14 : 10));
        final var metrics = graphics.getFontMetrics();
        for (int row = 0; row < m_counts.length; row++) {
            final double baseline = top + (row + 0.5) * cellHeight + (metrics.getAscent() - metrics.getDescent()) / 2.0;
            for (int column = 0; column < m_counts.length; column++) {
                if (m_counts[row][column] > 0) {
                    final var label = label(m_counts[row][column], text -> metrics.stringWidth(text) < cellWidth - 2);
                    final double middle = left + (column + 0.5) * cellWidth;
                    graphics.setColor(m_shares[row][column] < DARK_SHARE ? Color.BLACK : Color.WHITE);
                    graphics.drawString(label, (float)(middle - metrics.stringWidth(label) / 2.0), (float)baseline);
                }
            }
        }
    }

    private static String label(final long count, final Predicate<String> fits) {
        var label = Wording.value(count);
        for (int unit = 1; unit < UNITS.length && !fits.test(label); unit++) {
            label = Math.round(count / UNITS[unit]) + UNIT_NAMES[unit];
        }
        return label;
    }
}
