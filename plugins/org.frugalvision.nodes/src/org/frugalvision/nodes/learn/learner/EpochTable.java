// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.train.EpochMetrics;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * One row per epoch; with the loss and accuracy on validation images where there are any, and with what methods of the
 * recipe measure.
 */
final class EpochTable {

    private EpochTable() {
    }

    static DataTableSpec spec(final boolean validation, final List<String> measures) {
        final var columns = new ArrayList<DataColumnSpec>(
            List.of(NumberCells.ints("Epoch"), NumberCells.doubles("Loss"), NumberCells.doubles("Accuracy")));
        if (validation) {
            columns.addAll(
                List.of(NumberCells.doubles("Validation loss"), NumberCells.doubles("Validation accuracy")));
        }
        measures.forEach(measure -> columns.add(NumberCells.doubles(measure)));
        columns.addAll(List.of(NumberCells.longs("Images trained"), NumberCells.longs("Updates"),
            NumberCells.doubles("Learning rate"), NumberCells.doubles("Seconds")));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable create(final List<EpochMetrics> epochs, final boolean validation,
        final List<String> measures, final ExecutionContext context) {
        final var rows = context.createDataContainer(spec(validation, measures));
        epochs.forEach(epoch -> rows.addRowToTable(row(epoch, measures)));
        rows.close();
        return rows.getTable();
    }

    private static DataCell accuracy(final EpochMetrics epoch) {
        return Double.isNaN(epoch.accuracy()) ? DataType.getMissingCell() : new DoubleCell(epoch.accuracy());
    }

    private static DataRow row(final EpochMetrics epoch, final List<String> measures) {
        final var cells = new ArrayList<DataCell>(List.of(new IntCell(epoch.epoch()), new DoubleCell(epoch.loss()),
            accuracy(epoch)));
        epoch.validation().ifPresent(
            score -> cells.addAll(List.of(new DoubleCell(score.loss()), new DoubleCell(score.accuracy()))));
        measures.forEach(measure -> cells.add(new DoubleCell(epoch.measures().get(measure))));
        cells.addAll(List.of(new LongCell(epoch.images()), new LongCell(epoch.updates()),
            new DoubleCell(epoch.learningRate()), new DoubleCell(epoch.seconds())));
        return new DefaultRow(new RowKey("Epoch " + epoch.epoch()), cells);
    }
}
