// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowIterator;
import org.knime.core.data.image.png.PNGImageValue;

/**
 * The first rows of a table in Markdown. A table of many columns is turned on its side, so that it can be read. Images
 * become files, named after their row and column.
 */
final class MarkdownTable {

    private static final int ROWS = 3;

    private static final int COLUMNS = 8;

    private static final int TURNED_COLUMNS = 24;

    private static final int WIDEST = 60;

    private final DataTableSpec m_spec;

    private final long m_size;

    private final RowIterator m_rows;

    private final Path m_images;

    /** @param images begin of the names of the files of images */
    MarkdownTable(final DataTableSpec spec, final long size, final RowIterator rows, final Path images) {
        m_spec = spec;
        m_size = size;
        m_rows = rows;
        m_images = images;
    }

    /** Returns the lines of the table, and how many rows and columns there are in all if that is more. */
    List<String> lines() throws IOException {
        final var cells = new ArrayList<List<String>>();
        final var names = new ArrayList<>(List.of("RowID"));
        Collections.addAll(names, m_spec.getColumnNames());
        cells.add(names.stream().map(MarkdownTable::plain).toList());
        while (m_rows.hasNext() && cells.size() <= ROWS) {
            cells.add(cells(m_rows.next(), cells.size()));
        }
        final var turned = m_spec.getNumColumns() > COLUMNS;
        final var lines = new ArrayList<String>();
        final var shown = turned ? turned(cells) : cells;
        for (final var line : shown) {
            lines.add("| " + String.join(" | ", line) + " |");
            if (lines.size() == 1) {
                lines.add("|" + "---|".repeat(line.size()));
            }
        }
        if (m_size == 0) {
            lines.addAll(List.of("", "No rows."));
        } else if (m_size > ROWS || turned && names.size() > TURNED_COLUMNS + 1) {
            lines.addAll(List.of("", "%,d of %,d rows%s.".formatted(Math.min(ROWS, m_size), m_size,
                turned && names.size() > TURNED_COLUMNS + 1
                    ? ", %d of %d columns".formatted(TURNED_COLUMNS, m_spec.getNumColumns()) : "")));
        }
        return lines;
    }

    private List<String> cells(final DataRow row, final int number) throws IOException {
        final var cells = new ArrayList<>(List.of(plain(row.getKey().getString())));
        for (var i = 0; i < row.getNumCells(); i++) {
            cells.add(cell(row.getCell(i), number + "-" + (i + 1)));
        }
        return cells;
    }

    private String cell(final DataCell cell, final String place) throws IOException {
        if (!cell.isMissing() && cell instanceof PNGImageValue image) {
            final var file = m_images.resolveSibling(m_images.getFileName() + " " + place + ".png");
            Files.write(file, image.getImageContent().getByteArray());
            return "![](<" + file.getFileName() + ">)";
        }
        return plain(PrintedTable.text(cell));
    }

    private static String plain(final String text) {
        final var cut = text.length() > WIDEST ? text.substring(0, WIDEST - 3) + "..." : text;
        return cut.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\R", " ");
    }

    private static List<List<String>> turned(final List<List<String>> cells) {
        final var turned = new ArrayList<List<String>>();
        for (var i = 0; i < Math.min(cells.get(0).size(), TURNED_COLUMNS + 1); i++) {
            final var column = i;
            turned.add(cells.stream().map(row -> row.get(column)).toList());
        }
        return turned;
    }
}
