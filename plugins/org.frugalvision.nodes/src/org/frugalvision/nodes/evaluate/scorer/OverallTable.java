// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.NetworkColumn;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/** One row per result: what it reached, and what it cost. */
final class OverallTable {

    private static final DataTableSpec SPEC = new DataTableSpec(Stream.of(Stream.of( //
        NumberCells.longs("Images"), //
        NumberCells.doubles("Accuracy"), //
        NumberCells.doubles("Accuracy from (95 %)"), //
        NumberCells.doubles("Accuracy to (95 %)"), //
        NumberCells.doubles("Balanced accuracy"), //
        NumberCells.doubles("Macro precision"), //
        NumberCells.doubles("Macro F1"), //
        NumberCells.doubles("Weighted F1"), //
        NumberCells.doubles("Macro AUC"), //
        NumberCells.doubles("Cohen's kappa"), //
        NumberCells.doubles("Log loss"), //
        NumberCells.doubles("Brier score"), //
        NumberCells.doubles("Calibration error"), //
        NumberCells.ints("k of top-k"), //
        NumberCells.doubles("Top-k accuracy")), //
        Arrays.stream(CostTable.costColumns()), Stream.of(NetworkColumn.SPEC)).flatMap(columns -> columns)
        .toArray(DataColumnSpec[]::new));

    private OverallTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static void checkEarlier(final DataTableSpec earlier) throws InvalidSettingsException {
        if (!earlier.equalStructure(SPEC)) {
            throw Message.fromSummaryWithResolution(
                "\"Earlier results\" must be the overall scores of another scorer, but have other columns.",
                "Connect the second output of an Image Classification Scorer.").toInvalidSettingsException();
        }
    }

    static BufferedDataTable create(final String name, final Evaluation evaluation, final TopClasses top,
        final Optional<CostLedger> costs, final Optional<Network> network, final Optional<BufferedDataTable> earlier,
        final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        earlier.ifPresent(table -> {
            try (var before = table.iterator()) {
                while (before.hasNext()) {
                    final DataRow row = before.next();
                    if (row.getKey().getString().equals(name)) {
                        throw new SettingsException("Name of the result",
                            "must differ from the names of the earlier results", name, "Choose another name.");
                    }
                    rows.addRowToTable(row);
                }
            }
        });
        final Stream<DataCell> scores = Stream.of(Stream.of(new LongCell(evaluation.images())),
            scores(evaluation).map(NumberCells::of),
            Stream.of(top.count() == 0 ? DataType.getMissingCell() : new IntCell(top.count()),
                NumberCells.of(top.accuracy()))).flatMap(cells -> cells);
        final Stream<DataCell> cost = costs.map(ledger -> Arrays.stream(CostTable.cells(ledger.total())))
            .orElseGet(() -> Arrays.stream(CostTable.costColumns()).map(column -> DataType.getMissingCell()));
        rows.addRowToTable(new DefaultRow(new RowKey(name),
            Stream.of(scores, cost, Stream.of(NetworkColumn.cell(network))).flatMap(cells -> cells)
                .toArray(DataCell[]::new)));
        rows.close();
        return rows.getTable();
    }

    private static Stream<OptionalDouble> scores(final Evaluation evaluation) {
        final Optional<Interval> interval = evaluation.accuracyInterval();
        return Stream.of(evaluation.accuracy(), interval.stream().mapToDouble(Interval::lower).findFirst(),
            interval.stream().mapToDouble(Interval::upper).findFirst(), evaluation.balancedAccuracy(),
            evaluation.macroPrecision(), evaluation.macroF1(), evaluation.weightedF1(), evaluation.macroAuc(),
            evaluation.cohensKappa(), evaluation.logLoss(), evaluation.brier(), evaluation.calibrationError());
    }
}
