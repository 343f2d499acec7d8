// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.select.Selection;
import org.frugalvision.nodes.table.AppendedCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * The rows of a table, parted into selected and remaining ones; both keep the order of the table.
 *
 * @param selected the selected rows
 * @param remaining the others
 */
record SelectedRows(BufferedDataTable selected, BufferedDataTable remaining) {

    /** Columns of the selected rows. */
    static DataTableSpec spec(final DataTableSpec table, final boolean rank, final boolean weights) {
        DataTableSpec spec = table;
        if (rank) {
            spec = with(with(spec, "Selection rank", IntCell.TYPE), "Selection score", DoubleCell.TYPE);
        }
        return weights ? with(spec, "Selection weight", DoubleCell.TYPE) : spec;
    }

    private static DataTableSpec with(final DataTableSpec table, final String name, final DataType type) {
        return new DataTableSpecCreator(table).addColumns(
            new DataColumnSpecCreator(DataTableSpec.getUniqueColumnName(table, name), type).createSpec()).createSpec();
    }

    /**
     * Cost: O(rows).
     *
     * @param rowOfImage number of the row of each image of the pool
     */
    static SelectedRows split(final BufferedDataTable table, final Selection selection, final List<Long> rowOfImage,
        final boolean rank, final boolean weights, final ExecutionContext context, final RunControl run)
        throws CanceledException {
        final Map<Long, Integer> rankOfRow = new HashMap<>();
        for (int i = 0; i < selection.indices().length; i++) {
            rankOfRow.put(rowOfImage.get(selection.indices()[i]), i);
        }
        final var selected = context.createDataContainer(spec(table.getDataTableSpec(), rank, weights));
        final var remaining = context.createDataContainer(table.getDataTableSpec());
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                final Integer chosen = rankOfRow.get(i);
                if (chosen == null) {
                    remaining.addRowToTable(row);
                } else {
                    selected.addRowToTable(extended(row, chosen, selection, rank, weights));
                }
                run.progress((i + 1.0) / table.size(),
                    "writing row %s of %s".formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
        } finally {
            selected.close();
            remaining.close();
        }
        return new SelectedRows(selected.getTable(), remaining.getTable());
    }

    private static DataRow extended(final DataRow row, final int chosen, final Selection selection,
        final boolean rank, final boolean weights) {
        final List<DataCell> cells = new ArrayList<>();
        if (rank) {
            cells.add(new IntCell(chosen + 1));
            cells.add(new DoubleCell(selection.scores()[chosen]));
        }
        if (weights) {
            cells.add(new DoubleCell(selection.weights()[chosen]));
        }
        return cells.isEmpty() ? row : AppendedCells.to(row, cells.toArray(DataCell[]::new));
    }
}
