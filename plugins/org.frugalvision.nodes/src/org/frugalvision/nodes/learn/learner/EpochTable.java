// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.List;

import org.frugalvision.engine.train.EpochMetrics;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per epoch. */
final class EpochTable {

    private static final DataTableSpec SPEC = new DataTableSpec( //
        NumberCells.ints("Epoch"), //
        NumberCells.doubles("Loss"), //
        NumberCells.doubles("Accuracy"), //
        NumberCells.longs("Images trained"), //
        NumberCells.longs("Updates"), //
        NumberCells.doubles("Seconds"));

    private EpochTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static BufferedDataTable create(final List<EpochMetrics> epochs, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        for (final EpochMetrics epoch : epochs) {
            rows.addRowToTable(new DefaultRow(new RowKey("Epoch " + epoch.epoch()), new IntCell(epoch.epoch()),
                new DoubleCell(epoch.loss()), new DoubleCell(epoch.accuracy()), new LongCell(epoch.images()),
                new LongCell(epoch.updates()), new DoubleCell(epoch.seconds())));
        }
        rows.close();
        return rows.getTable();
    }
}
