// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.fresh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.frugalvision.engine.evaluate.AccuracyDrop;
import org.frugalvision.engine.evaluate.ClassCounts;
import org.frugalvision.engine.evaluate.Holm;
import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.evaluate.Proportion;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per model. */
final class DropTable {

    private static final DataTableSpec SPEC = new DataTableSpec(NumberCells.longs("Original images"),
        NumberCells.doubles("Original accuracy"), NumberCells.doubles("Original from (95 %)"),
        NumberCells.doubles("Original to (95 %)"), NumberCells.longs("Fresh images"),
        NumberCells.doubles("Fresh accuracy"), NumberCells.doubles("Fresh from (95 %)"),
        NumberCells.doubles("Fresh to (95 %)"), NumberCells.doubles("Drop"), NumberCells.doubles("Drop from (95 %)"),
        NumberCells.doubles("Drop to (95 %)"), NumberCells.doubles("z"), NumberCells.doubles("p"),
        NumberCells.doubles("p (Holm)"),
        NumberCells.doubles("Class shift"), NumberCells.doubles("Drop at equal shares"),
        NumberCells.doubles("Drop at equal shares from (95 %)"), NumberCells.doubles("Drop at equal shares to (95 %)"),
        NumberCells.ints("Original rank"), NumberCells.ints("Fresh rank"));

    private DropTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static BufferedDataTable create(final Map<String, AccuracyDrop> drops,
        final Function<Proportion, Interval> method, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        // of every model that has a p, in their order
        final var adjusted = Arrays.stream(Holm.adjusted(
            drops.values().stream().map(AccuracyDrop::p).flatMapToDouble(OptionalDouble::stream).toArray())).iterator();
        drops.forEach((model, drop) -> {
            final List<DataCell> cells = new ArrayList<>();
            addAccuracy(cells, drop.original(), method);
            addAccuracy(cells, drop.fresh(), method);
            cells.add(new DoubleCell(drop.drop()));
            addInterval(cells, Optional.of(drop.interval(method)));
            cells.add(NumberCells.of(drop.z()));
            cells.add(NumberCells.of(drop.p()));
            cells.add(drop.p().isPresent() ? new DoubleCell(adjusted.next()) : DataType.getMissingCell());
            cells.add(new DoubleCell(drop.classShift()));
            cells.add(NumberCells.of(drop.dropAtEqualShares()));
            addInterval(cells, drop.intervalAtEqualShares());
            cells.add(rank(drops, drop, one -> one.original().accuracy().value()));
            cells.add(rank(drops, drop, one -> one.fresh().accuracy().value()));
            rows.addRowToTable(new DefaultRow(new RowKey(model), cells));
        });
        rows.close();
        return rows.getTable();
    }

    private static void addAccuracy(final List<DataCell> cells, final ClassCounts counts,
        final Function<Proportion, Interval> method) {
        cells.add(new LongCell(counts.accuracy().whole()));
        cells.add(new DoubleCell(counts.accuracy().value()));
        addInterval(cells, Optional.of(method.apply(counts.accuracy())));
    }

    private static void addInterval(final List<DataCell> cells, final Optional<Interval> interval) {
        cells.add(NumberCells.of(interval.stream().mapToDouble(Interval::lower).findFirst()));
        cells.add(NumberCells.of(interval.stream().mapToDouble(Interval::upper).findFirst()));
    }

    /** 1 is the best; equal ones share the better rank. */
    private static DataCell rank(final Map<String, AccuracyDrop> drops, final AccuracyDrop own,
        final ToDoubleFunction<AccuracyDrop> accuracy) {
        final double value = accuracy.applyAsDouble(own);
        return new IntCell(1 + (int)drops.values().stream().mapToDouble(accuracy).filter(one -> one > value).count());
    }
}
