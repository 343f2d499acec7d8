// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.frugalvision.engine.prune.Footprint;
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
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each result. */
final class ReportTable {

    private static final List<DataColumnSpec> COLUMNS = Stream.of(
        Stream.of(strings("Verdict"), NumberCells.ints("Test images"), NumberCells.doubles("Accuracy"),
            NumberCells.doubles("Accuracy from (95 %)"), NumberCells.doubles("Accuracy to (95 %)"),
            NumberCells.doubles("Accuracy difference"), NumberCells.doubles("Difference from (95 %)"),
            NumberCells.doubles("Difference to (95 %)")),
        Arrays.stream(Measure.values()).map(measure -> NumberCells.doubles(measure.label())),
        Stream.of(NumberCells.doubles("Multiply-adds per byte")),
        Arrays.stream(Measure.values()).map(measure -> NumberCells.doubles(measure.label() + " / baseline")),
        Stream.of(strings("Pareto front"))).flatMap(columns -> columns).toList();

    private static final List<DataColumnSpec> FOOTPRINT = List.of(NumberCells.longs("Parameters"),
        NumberCells.longs("Multiply-adds of an image"), NumberCells.longs("File (bytes)"),
        NumberCells.doubles("Time of a single image (ms)"), NumberCells.doubles("Spread of a single image (ms)"),
        NumberCells.doubles("Time of an image in a batch (ms)"),
        NumberCells.doubles("Spread of an image in a batch (ms)"));

    private ReportTable() {
    }

    /** With what using the networks takes, if there are any. */
    static DataTableSpec spec(final boolean networks) {
        return new DataTableSpec("Frugality report", Stream.concat(COLUMNS.stream(),
            networks ? FOOTPRINT.stream() : Stream.empty()).toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable create(final List<Comparison> comparisons, final Optional<Footprints> footprints,
        final ExecutionContext context) {
        final var rows = context.createDataContainer(spec(footprints.isPresent()));
        comparisons.forEach(row -> {
            final List<DataCell> cells = cells(row);
            footprints.ifPresent(known -> cells.addAll(known.of(row.result().name()).map(ReportTable::cells)
                .orElseGet(() -> Collections.nCopies(FOOTPRINT.size(), DataType.getMissingCell()))));
            rows.addRowToTable(new DefaultRow(new RowKey(row.result().name()), cells));
        });
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

    private static List<DataCell> cells(final Footprint footprint) {
        return List.of(new LongCell(footprint.parameters()), new LongCell(footprint.multiplyAdds()),
            new LongCell(footprint.fileBytes()), new DoubleCell(footprint.single().median()),
            new DoubleCell(footprint.single().spread()), new DoubleCell(footprint.batch().median()),
            new DoubleCell(footprint.batch().spread()));
    }

    private static Consumer<OptionalDouble> add(final List<DataCell> cells) {
        return value -> cells.add(NumberCells.of(value));
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }
}
