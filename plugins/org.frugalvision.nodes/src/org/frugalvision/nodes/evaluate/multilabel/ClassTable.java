// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.multilabel;

import org.frugalvision.engine.evaluate.FBeta;
import org.frugalvision.engine.evaluate.LabelEvaluation;
import org.frugalvision.engine.evaluate.LabelScores;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per class. */
final class ClassTable {

    private ClassTable() {
    }

    static DataTableSpec spec(final FBeta score) {
        return new DataTableSpec( //
            NumberCells.doubles("Threshold"), //
            NumberCells.longs("Images"), //
            NumberCells.longs("Predictions"), //
            NumberCells.longs("True positives"), //
            NumberCells.doubles("Precision"), //
            NumberCells.doubles("Recall"), //
            NumberCells.doubles("F" + Wording.value(score.beta())), //
            NumberCells.doubles("AUC"), //
            NumberCells.doubles("Average precision"));
    }

    static BufferedDataTable create(final FBeta score, final LabelEvaluation evaluation,
        final ExecutionContext context) {
        final var rows = context.createDataContainer(spec(score));
        for (final LabelScores scores : evaluation.perClass()) {
            rows.addRowToTable(new DefaultRow(new RowKey(scores.name()), new DoubleCell(scores.threshold()),
                new LongCell(scores.support()), new LongCell(scores.predicted()), new LongCell(scores.truePositives()),
                NumberCells.of(scores.precision()), NumberCells.of(scores.recall()),
                NumberCells.of(scores.score(score)), NumberCells.of(scores.auc()),
                NumberCells.of(scores.averagePrecision())));
        }
        rows.close();
        return rows.getTable();
    }
}
