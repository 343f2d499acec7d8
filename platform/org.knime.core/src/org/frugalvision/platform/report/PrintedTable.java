// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.image.png.PNGImageValue;

/**
 * The first rows of a table in columns; doubles with six digits. Text longer than a column is wide is not cut: it moves
 * the rest of its line to the right.
 */
final class PrintedTable {

    private static final int ROWS = 20;

    private static final int WIDEST = 40;

    private static final MathContext DIGITS = new MathContext(6);

    private final DataTableSpec m_spec;

    private final long m_size;

    private final RowIterator m_rows;

    /** With the spec, the number of rows and the rows of a table. */
    PrintedTable(final DataTableSpec spec, final long size, final RowIterator rows) {
        m_spec = spec;
        m_size = size;
        m_rows = rows;
    }

    /** Returns the column names, the rows and how many rows there are in all if that is more. */
    List<String> lines() {
        final var rows = new ArrayList<List<String>>();
        final var names = new ArrayList<>(List.of("RowID"));
        Collections.addAll(names, m_spec.getColumnNames());
        rows.add(names);
        while (m_rows.hasNext() && rows.size() <= ROWS) {
            final var row = m_rows.next();
            final var cells = new ArrayList<>(List.of(row.getKey().getString()));
            row.forEach(cell -> cells.add(text(cell)));
            rows.add(cells);
        }
        final var lines = new ArrayList<String>();
        final var widths = widths(rows);
        rows.forEach(row -> lines.add(line(row, widths)));
        if (m_size > ROWS) {
            lines.add("... " + ROWS + " of " + m_size + " rows");
        }
        return lines;
    }

    /** A cell in one line. */
    static String text(final DataCell cell) {
        if (cell.isMissing()) {
            return "?";
        }
        if (cell instanceof PNGImageValue image) {
            final var picture = image.getImageContent().getImage();
            return "PNG " + picture.getWidth(null) + "x" + picture.getHeight(null);
        }
        if (cell instanceof DoubleCell number && Double.isFinite(number.getDoubleValue())) {
            return BigDecimal.valueOf(number.getDoubleValue()).round(DIGITS).stripTrailingZeros().toPlainString();
        }
        return cell.toString().replaceAll("\\R", " ");
    }

    private static int[] widths(final List<List<String>> rows) {
        final var widths = new int[rows.get(0).size()];
        for (final var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        return widths;
    }

    private static String line(final List<String> row, final int[] widths) {
        final var line = new StringBuilder();
        for (var i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(Math.max(0, widths[i] - row.get(i).length()) + 2));
        }
        return line.toString().stripTrailing();
    }
}
