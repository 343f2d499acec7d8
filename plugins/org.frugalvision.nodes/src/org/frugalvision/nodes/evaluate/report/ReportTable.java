// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.frugalvision.engine.report.Comparison;
import org.frugalvision.engine.report.Measure;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each result. */
final class ReportTable {

    private static final DataTableSpec SPEC = new DataTableSpec("Frugality report", Stream.of(
        Stream.of(strings("Verdict"), NumberCells.ints("Test images"), NumberCells.doubles("Accuracy"),
            NumberCells.doubles("Accuracy from (95 %)"), NumberCells.doubles("Accuracy to (95 %)"),
            NumberCells.doubles("Accuracy difference"), NumberCells.doubles("Difference from (95 %)"),
            NumberCells.doubles("Difference to (95 %)")),
        Arrays.stream(Measure.values()).map(measure -> NumberCells.doubles(measure.label())),
        Stream.of(NumberCells.doubles("Multiply-adds per byte")),
        Arrays.stream(Measure.values()).map(measure -> NumberCells.doubles(measure.label() + " / baseline")),
        Stream.of(strings("Pareto front"))).flatMap(columns -> columns).toArray(DataColumnSpec[]::new));

    private ReportTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static BufferedDataTable create(final List<Comparison> comparisons, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        comparisons.forEach(row -> rows.addRowToTable(new DefaultRow(new RowKey(row.result().name()), cells(row))));
        rows.close();
        return rows.getTable();
    }

    private static List<DataCell> cells(final Comparison row) {
        final List<DataCell> cells = new ArrayList<>(
            List.of(new StringCell(row.verdict()), new IntCell(row.result().images()),
                new DoubleCell(row.result().accuracy()), new DoubleCell(row.result().interval().lower()),
                new DoubleCell(row.result().interval().upper())));
        if (row.isBaseline()) {
            cells.addAll(List.of(new DoubleCell(0), DataType.getMissingCell(), DataType.getMissingCell()));
        } else {
            cells.addAll(List.of(new DoubleCell(row.difference()), new DoubleCell(row.differenceInterval().lower()),
                new DoubleCell(row.differenceInterval().upper())));
        }
        Arrays.stream(Measure.values()).map(measure -> measure.of(row.result().cost())).forEach(add(cells));
        add(cells).accept(row.intensity());
        Arrays.stream(Measure.values()).map(row::relative).forEach(add(cells));
        cells.add(new StringCell(row.onFront() ? "yes" : "no"));
        return cells;
    }

    private static Consumer<OptionalDouble> add(final List<DataCell> cells) {
        return value -> cells.add(NumberCells.of(value));
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }
}
