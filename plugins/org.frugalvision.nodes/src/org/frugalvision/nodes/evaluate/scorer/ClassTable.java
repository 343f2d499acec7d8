// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import org.frugalvision.engine.evaluate.ClassScores;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per class. */
final class ClassTable {

    private static final DataTableSpec SPEC = new DataTableSpec( //
        NumberCells.longs("Images"), //
        NumberCells.longs("Predictions"), //
        NumberCells.longs("True positives"), //
        NumberCells.doubles("Precision"), //
        NumberCells.doubles("Recall"), //
        NumberCells.doubles("F1"), //
        NumberCells.doubles("AUC"), //
        NumberCells.doubles("Average precision"));

    private ClassTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static BufferedDataTable create(final Evaluation evaluation, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        for (final ClassScores scores : evaluation.perClass()) {
            rows.addRowToTable(new DefaultRow(new RowKey(scores.name()), new LongCell(scores.support()),
                new LongCell(scores.predicted()), new LongCell(scores.truePositives()),
                NumberCells.of(scores.precision()), NumberCells.of(scores.recall()), NumberCells.of(scores.f1()),
                NumberCells.of(scores.auc()), NumberCells.of(scores.averagePrecision())));
        }
        rows.close();
        return rows.getTable();
    }
}
