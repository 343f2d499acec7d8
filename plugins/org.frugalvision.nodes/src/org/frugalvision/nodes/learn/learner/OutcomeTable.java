// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.List;
import java.util.TreeMap;

import org.frugalvision.engine.train.FitResult;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What the methods of a recipe found out about each training image: one row per image, by the row ID of its table. */
final class OutcomeTable {

    private OutcomeTable() {
    }

    static DataTableSpec spec(final List<String> names) {
        return new DataTableSpec(names.stream().map(NumberCells::doubles).toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable create(final FitResult result, final ExecutionContext context) {
        final var outcomes = new TreeMap<>(result.outcomes());
        final var rows = context.createDataContainer(spec(List.copyOf(outcomes.keySet())));
        for (int i = 0; i < result.images().size() && !outcomes.isEmpty(); i++) {
            final int image = i;
            rows.addRowToTable(new DefaultRow(new RowKey(result.images().get(i)),
                outcomes.values().stream().map(values -> cell(values[image])).toArray(DataCell[]::new)));
        }
        rows.close();
        return rows.getTable();
    }

    private static DataCell cell(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
