// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.picture.ContactSheet;
import org.frugalvision.engine.picture.ContactSheet.Tile;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;

/**
 * The first images of each class, class by class in the order of the column's possible values (sorted, where KNIME does
 * not know them): as many as asked for, or so few that all fit into one sheet.
 */
final class TilesPerClass {

    private final BufferedDataTable m_table;

    private final SheetColumns m_columns;

    private final int m_label;

    private final int m_perClass;

    private final Map<String, List<Tile>> m_tiles = new LinkedHashMap<>();

    TilesPerClass(final BufferedDataTable table, final SheetColumns columns, final int perClass) {
        m_table = table;
        m_columns = columns;
        m_label = columns.label().orElseThrow();
        final List<String> classes = Classes.of(table, m_label);
        classes.stream().limit(ContactSheet.MOST_TILES).forEach(name -> m_tiles.put(name, new ArrayList<>()));
        m_perClass = Math.max(1, Math.min(perClass, ContactSheet.MOST_TILES / Math.max(1, classes.size())));
    }

    List<Tile> read(final Skipped skipped, final RunControl run) throws CanceledException {
        try (var rows = m_table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                add(rows.next(), skipped);
                run.progress((i + 1.0) / m_table.size(),
                    "row %s of %s".formatted(Wording.value(i + 1), Wording.value(m_table.size())));
            }
        }
        return m_tiles.values().stream().flatMap(List::stream).toList();
    }

    private void add(final DataRow row, final Skipped skipped) {
        final DataCell label = row.getCell(m_label);
        if (label.isMissing()) {
            skipped.add(row.getKey().getString(), "the class is missing");
            return;
        }
        final List<Tile> tiles = m_tiles.get(((StringValue)label).getStringValue());
        if (tiles != null && tiles.size() < m_perClass) {
            m_columns.tile(row, skipped).ifPresent(tiles::add);
        }
    }
}
