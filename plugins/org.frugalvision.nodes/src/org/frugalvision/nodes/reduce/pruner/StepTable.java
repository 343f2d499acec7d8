// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.pruner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.frugalvision.engine.prune.PruningResult;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for the whole network and one for each step. */
final class StepTable {

    private static final DataColumnSpec[] COLUMNS = {NumberCells.ints("Step"),
        new DataColumnSpecCreator("Criterion", StringCell.TYPE).createSpec(), NumberCells.longs("Channels"),
        NumberCells.longs("Parameters"), NumberCells.longs("Parameters not 0"), NumberCells.longs("Multiply-adds"),
        NumberCells.longs("File (bytes)"),
        NumberCells.doubles("Time of a single image (ms)"), NumberCells.doubles("Spread of a single image (ms)"),
        NumberCells.doubles("Time of an image in a batch (ms)"),
        NumberCells.doubles("Spread of an image in a batch (ms)"),
        NumberCells.doubles("Accuracy before fine-tuning"), NumberCells.doubles("Accuracy"),
        new DataColumnSpecCreator("Kept", BooleanCell.TYPE).createSpec()};

    private StepTable() {
    }

    static DataTableSpec spec() {
        return new DataTableSpec(Stream.concat(Arrays.stream(COLUMNS), Arrays.stream(CostTable.costColumns()))
            .toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable create(final PruningResult result, final String criterion,
        final ExecutionContext context) {
        final var rows = context.createDataContainer(spec());
        for (final PruningResult.Step step : result.steps()) {
            final List<DataCell> cells = new ArrayList<>(List.of(new IntCell(step.number()),
                new StringCell(criterion), new LongCell(step.channels()), new LongCell(step.parameters()),
                new LongCell(step.nonzero()), new LongCell(step.multiplyAdds()), new LongCell(step.fileBytes()),
                new DoubleCell(step.single().median()), new DoubleCell(step.single().spread()),
                new DoubleCell(step.batch().median()), new DoubleCell(step.batch().spread()),
                NumberCells.of(step.before()), NumberCells.of(step.after()),
                step.kept() ? BooleanCell.TRUE : BooleanCell.FALSE));
            cells.addAll(List.of(CostTable.cells(step.spent().total())));
            rows.addRowToTable(new DefaultRow(new RowKey("Step " + step.number()), cells));
        }
        rows.close();
        return rows.getTable();
    }
}
