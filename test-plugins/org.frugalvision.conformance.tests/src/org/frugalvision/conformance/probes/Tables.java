// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Small tables. */
final class Tables {
    private Tables() {
    }

    static DataTableSpec spec() {
        return new DataTableSpec(new DataColumnSpecCreator("number", IntCell.TYPE).createSpec());
    }

    /** Rows Row0, Row1, .. that hold their number. */
    static BufferedDataTable numbers(final ExecutionContext context, final int rows) {
        final var container = context.createDataContainer(spec());
        for (var i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new IntCell(i)));
        }
        container.close();
        return container.getTable();
    }

    /** How many rows follow each other as they were written. */
    static int rowsInOrder(final BufferedDataTable table) {
        var rows = 0;
        for (final var row : table) {
            if (!row.getKey().getString().equals("Row" + rows) || ((IntCell)row.getCell(0)).getIntValue() != rows) {
                return rows;
            }
            rows++;
        }
        return rows;
    }

    /** A table of another spec. */
    static BufferedDataTable texts(final ExecutionContext context) {
        final var spec = new DataTableSpec(new DataColumnSpecCreator("text", StringCell.TYPE).createSpec());
        final var container = context.createDataContainer(spec);
        container.addRowToTable(new DefaultRow("Row0", new StringCell("a")));
        container.close();
        return container.getTable();
    }
}
