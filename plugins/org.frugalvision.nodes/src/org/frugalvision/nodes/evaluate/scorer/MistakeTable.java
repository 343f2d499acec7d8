// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.frugalvision.engine.evaluate.WorstMistakes;
import org.frugalvision.engine.evaluate.WorstMistakes.Mistake;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per mistake, with the row ID and the image of its row, the worst first. */
final class MistakeTable {

    private static final DataTableSpec FIXED = new DataTableSpec(
        new DataColumnSpecCreator("True class", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Predicted class", StringCell.TYPE).createSpec(), NumberCells.doubles("Confidence"),
        NumberCells.doubles("Loss"));

    private MistakeTable() {
    }

    /**
     * @param table columns of the scored table
     * @param image index of its column of images, if it has one
     */
    static DataTableSpec spec(final DataTableSpec table, final OptionalInt image) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        image.ifPresent(column -> {
            final var creator = new DataColumnSpecCreator(table.getColumnSpec(column));
            creator.setName(DataTableSpec.getUniqueColumnName(FIXED, table.getColumnSpec(column).getName()));
            columns.add(creator.createSpec());
        });
        FIXED.forEach(columns::add);
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** Reads the table once more, for the rows of the mistakes only. */
    static BufferedDataTable create(final BufferedDataTable table, final OptionalInt image,
        final List<String> classes, final WorstMistakes mistakes, final ExecutionContext context,
        final RunControl run) throws CanceledException {
        final List<Mistake> worst = mistakes.kept();
        final Map<Long, DataRow> wrong = rows(table, image, worst, run);
        final var rows = context.createDataContainer(spec(table.getDataTableSpec(), image));
        for (final Mistake mistake : worst) {
            final DataRow row = wrong.get(mistake.row());
            final List<DataCell> cells = new ArrayList<>();
            row.forEach(cells::add);
            cells.add(new StringCell(classes.get(mistake.truth())));
            cells.add(new StringCell(classes.get(mistake.predicted())));
            cells.add(number(mistake.confidence()));
            cells.add(number(mistake.loss()));
            rows.addRowToTable(new DefaultRow(row.getKey(), cells));
        }
        rows.close();
        return rows.getTable();
    }

    /** Row ID and image of each mistake. */
    private static Map<Long, DataRow> rows(final BufferedDataTable table, final OptionalInt image,
        final List<Mistake> worst, final RunControl run) throws CanceledException {
        final Map<Long, DataRow> found = new HashMap<>();
        worst.forEach(mistake -> found.put(mistake.row(), null));
        long left = worst.size();
        try (var rows = table.iterator()) {
            for (long i = 0; left > 0; i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                if (found.containsKey(i)) {
                    found.put(i, new DefaultRow(new RowKey(row.getKey().getString()),
                        image.stream().mapToObj(row::getCell).toArray(DataCell[]::new)));
                    left--;
                }
            }
        }
        return found;
    }

    private static DataCell number(final double value) {
        return NumberCells.of(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
    }
}
