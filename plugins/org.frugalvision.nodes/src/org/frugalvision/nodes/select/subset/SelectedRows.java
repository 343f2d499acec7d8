// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.select.Selection;
import org.frugalvision.nodes.table.AppendedCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Parts the rows of a table into selected and remaining ones; both keep the order of the table.
 *
 * @param columns what the selected rows get
 * @param before rows that are handed on before the selected ones, if there are any; of the same columns as the table
 */
record SelectedRows(Columns columns, Optional<BufferedDataTable> before) {

    /**
     * What the selected rows get.
     *
     * @param rank whether the order of choice and the score
     * @param weight whether a weight
     * @param suggestion whether the label that they should have; missing where none is suggested
     * @param classes that may be suggested
     */
    record Columns(boolean rank, boolean weight, boolean suggestion, List<String> classes) {

        static Columns of(final ImageSubsetSelectorNodeParameters parameters, final List<String> classes) {
            return new Columns(parameters.m_appendRank, parameters.givesWeights(), parameters.suggestsLabels(),
                classes);
        }

        DataTableSpec spec(final DataTableSpec table) {
            DataTableSpec spec = table;
            if (rank) {
                spec = with(with(spec, "Selection rank", IntCell.TYPE), "Selection score", DoubleCell.TYPE);
            }
            if (weight) {
                spec = with(spec, "Selection weight", DoubleCell.TYPE);
            }
            return suggestion ? with(spec, suggestion(DataTableSpec.getUniqueColumnName(spec, "Suggested label")))
                : spec;
        }

        private DataColumnSpec suggestion(final String name) {
            final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
            column.setDomain(new DataColumnDomainCreator(
                classes.stream().map(StringCell::new).toArray(DataCell[]::new)).createDomain());
            return column.createSpec();
        }

        /** How many there are. */
        int count() {
            return (rank ? 2 : 0) + (weight ? 1 : 0) + (suggestion ? 1 : 0);
        }
    }

    /**
     * Both parts.
     *
     * @param selected the selected rows
     * @param remaining the others
     */
    record Parts(BufferedDataTable selected, BufferedDataTable remaining) {
    }

    private static DataTableSpec with(final DataTableSpec table, final String name, final DataType type) {
        return with(table,
            new DataColumnSpecCreator(DataTableSpec.getUniqueColumnName(table, name), type).createSpec());
    }

    private static DataTableSpec with(final DataTableSpec table, final DataColumnSpec column) {
        return new DataTableSpecCreator(table).addColumns(column).createSpec();
    }

    /**
     * Cost: O(rows).
     *
     * @param rowOfImage number of the row of each image of the pool
     */
    Parts split(final BufferedDataTable table, final Selection selection, final List<Long> rowOfImage,
        final ExecutionContext context, final RunControl run) throws CanceledException {
        final Map<Long, Integer> rankOfRow = new HashMap<>();
        for (int i = 0; i < selection.indices().length; i++) {
            rankOfRow.put(rowOfImage.get(selection.indices()[i]), i);
        }
        final var selected = context.createDataContainer(columns.spec(table.getDataTableSpec()));
        final var remaining = context.createDataContainer(table.getDataTableSpec());
        before.ifPresent(old -> handOn(old, selected::addRowToTable));
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                final Integer chosen = rankOfRow.get(i);
                if (chosen == null) {
                    remaining.addRowToTable(row);
                } else {
                    selected.addRowToTable(extended(row, chosen, selection));
                }
                run.progress((i + 1.0) / table.size(),
                    "writing row %s of %s".formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
        } finally {
            selected.close();
            remaining.close();
        }
        return new Parts(selected.getTable(), remaining.getTable());
    }

    private void handOn(final BufferedDataTable table, final Consumer<DataRow> target) {
        final DataCell[] missing = new DataCell[columns.count()];
        Arrays.fill(missing, DataType.getMissingCell());
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                target.accept(missing.length == 0 ? row : AppendedCells.to(row, missing));
            }
        }
    }

    private DataRow extended(final DataRow row, final int chosen, final Selection selection) {
        final List<DataCell> cells = new ArrayList<>();
        if (columns.rank()) {
            cells.add(new IntCell(chosen + 1));
            cells.add(new DoubleCell(selection.scores()[chosen]));
        }
        if (columns.weight()) {
            cells.add(new DoubleCell(selection.weights()[chosen]));
        }
        if (columns.suggestion()) {
            final int suggested = selection.suggestions()[chosen];
            cells.add(suggested < 0 ? DataType.getMissingCell() : new StringCell(columns.classes().get(suggested)));
        }
        return cells.isEmpty() ? row : AppendedCells.to(row, cells.toArray(DataCell[]::new));
    }
}
