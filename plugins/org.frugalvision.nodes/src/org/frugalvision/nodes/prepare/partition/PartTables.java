// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.partition;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.split.Partition;
import org.frugalvision.nodes.table.AppendedCells;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Writes the two tables of a partition; both keep the order of the input.
 *
 * @param folds whether the number of the part, from 1, is appended
 * @param second the part that makes the second table
 */
record PartTables(boolean folds, int second) {

    /** Columns of both tables. */
    static DataTableSpec spec(final DataTableSpec table, final boolean folds) {
        return folds ? new DataTableSpecCreator(table)
            .addColumns(NumberCells.ints(DataTableSpec.getUniqueColumnName(table, "Fold"))).createSpec() : table;
    }

    /** Cost: O(rows). */
    BufferedDataTable[] write(final BufferedDataTable table, final Partition partition, final ExecutionContext context,
        final RunControl run) throws CanceledException {
        final DataTableSpec spec = spec(table.getDataTableSpec(), folds);
        final var firstRows = context.createDataContainer(spec);
        final var secondRows = context.createDataContainer(spec);
        try (var rows = table.iterator()) {
            for (int i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final int part = partition.part()[i];
                final DataRow row = rows.next();
                (part == second ? secondRows : firstRows)
                    .addRowToTable(folds ? AppendedCells.to(row, new IntCell(part + 1)) : row);
                run.progress((i + 1.0) / table.size(),
                    "writing row %s of %s".formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
        } finally {
            firstRows.close();
            secondRows.close();
        }
        return new BufferedDataTable[]{firstRows.getTable(), secondRows.getTable()};
    }
}
