// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.multilabel;

import java.util.Map;

import org.frugalvision.engine.evaluate.FBeta;
import org.frugalvision.engine.evaluate.LabelEvaluation;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per way of telling labels: by one threshold, and by one of each class. */
final class OverallTable {

    static final String ONE = "One threshold";

    static final String EACH = "Threshold of each class";

    private OverallTable() {
    }

    static DataTableSpec spec(final FBeta score) {
        return new DataTableSpec( //
            NumberCells.longs("Images"), //
            NumberCells.doubles("F%s by image".formatted(Wording.value(score.beta()))), //
            NumberCells.doubles("Micro F1"), //
            NumberCells.doubles("Macro F1"), //
            NumberCells.doubles("Mean average precision"), //
            NumberCells.doubles("Subset accuracy"), //
            NumberCells.doubles("Hamming loss"));
    }

    /** @param evaluations by row ID */
    static BufferedDataTable create(final FBeta score, final Map<String, LabelEvaluation> evaluations,
        final ExecutionContext context) {
        final var rows = context.createDataContainer(spec(score));
        evaluations.forEach((name, evaluation) -> rows.addRowToTable(new DefaultRow(new RowKey(name),
            new LongCell(evaluation.images()), new DoubleCell(evaluation.sampleScore()),
            NumberCells.of(evaluation.microF1()), NumberCells.of(evaluation.macroF1()),
            NumberCells.of(evaluation.meanAveragePrecision()), new DoubleCell(evaluation.subsetAccuracy()),
            new DoubleCell(evaluation.hammingLoss()))));
        rows.close();
        return rows.getTable();
    }
}
