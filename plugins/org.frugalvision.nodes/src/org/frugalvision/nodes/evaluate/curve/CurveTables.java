// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

import org.frugalvision.engine.protocol.CurveOutcome;
import org.frugalvision.engine.protocol.CurveSettings;
import org.frugalvision.engine.protocol.CurveSummary;
import org.frugalvision.engine.protocol.MeanCurve;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of a comparison. */
final class CurveTables {

    private CurveTables() {
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }

    /** Columns of the outcomes. */
    static DataTableSpec outcomes() {
        return new DataTableSpec("Trainings", Stream.concat(
            Stream.of(strings("Method"), NumberCells.ints("Budget"), NumberCells.ints("Repeat"),
                NumberCells.doubles("Accuracy"), NumberCells.doubles("Balanced accuracy")),
            Arrays.stream(CostTable.costColumns())).toArray(DataColumnSpec[]::new));
    }

    /** One row for each training, with its cost. */
    static BufferedDataTable outcomes(final List<CurveOutcome> outcomes, final ExecutionContext context) {
        return table(outcomes(), outcomes, outcome -> {
            final List<DataCell> cells = new ArrayList<>(List.of(label(outcome.cell().method().method()),
                new IntCell(outcome.cell().budget()), new IntCell(outcome.cell().repeat()),
                new DoubleCell(outcome.accuracy()), new DoubleCell(outcome.balancedAccuracy())));
            cells.addAll(List.of(CostTable.cells(outcome.cost())));
            return cells;
        }, context);
    }

    /** Columns of the summary. */
    static DataTableSpec summary() {
        return new DataTableSpec("Summary", strings("Method"), NumberCells.ints("Budget"), NumberCells.ints("Repeats"),
            NumberCells.doubles("Mean accuracy"), NumberCells.doubles("SD of accuracy"),
            NumberCells.doubles("Mean balanced accuracy"), NumberCells.doubles("Difference to random"),
            NumberCells.doubles("p (paired t-test)"), NumberCells.doubles("Mean accuracy over budgets"),
            NumberCells.doubles("Labeling efficiency"));
    }

    /** One row for each method and budget. */
    static BufferedDataTable summary(final List<CurveSummary> summaries, final ExecutionContext context) {
        final MeanCurve random = MeanCurve.of(summaries, summaries.stream().map(CurveSummary::method)
            .filter(method -> method.method().equals(CurveSettings.BASELINE)).findFirst().orElseThrow());
        final double last = random.accuracies()[random.accuracies().length - 1];
        return table(summary(), summaries, summary -> {
            final MeanCurve own = MeanCurve.of(summaries, summary.method());
            return List.of(label(summary.method().method()), new IntCell(summary.budget()),
                new IntCell(summary.repeats()), new DoubleCell(summary.accuracy()),
                NumberCells.of(summary.deviation()), new DoubleCell(summary.balancedAccuracy()),
                new DoubleCell(summary.difference()), NumberCells.of(summary.p()), NumberCells.of(own.area()),
                NumberCells.of(summary.method().method().equals(CurveSettings.BASELINE) ? OptionalDouble.of(1)
                    : own.efficiency(random, last)));
        }, context);
    }

    private static DataCell label(final String method) {
        return new StringCell(Selectors.info(method).label());
    }

    private static <T> BufferedDataTable table(final DataTableSpec spec, final List<T> values,
        final Function<T, List<DataCell>> cells, final ExecutionContext context) {
        final var container = context.createDataContainer(spec);
        for (int i = 0; i < values.size(); i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), cells.apply(values.get(i))));
        }
        container.close();
        return container.getTable();
    }
}
