// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import org.frugalvision.engine.evaluate.McNemar;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/**
 * Two predictions for the same images.
 *
 * @param table with all columns
 * @param label index of the column of true classes
 * @param first index of the first column of predicted classes
 * @param second index of the second one
 */
record PairedPredictions(BufferedDataTable table, int label, int first, int second) {

    /** @param skipped receives the rows without one of the three classes */
    McNemar compare(final Skipped skipped, final RunControl run) throws CanceledException {
        long both = 0;
        long firstOnly = 0;
        long secondOnly = 0;
        long neither = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                run.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(label).isMissing() || row.getCell(first).isMissing()
                    || row.getCell(second).isMissing()) {
                    skipped.add(row.getKey().getString(), "a label or a prediction is missing");
                } else {
                    final boolean firstRight = isRight(row, first);
                    final boolean secondRight = isRight(row, second);
                    both += firstRight && secondRight ? 1 : 0;
                    firstOnly += firstRight && !secondRight ? 1 : 0;
                    secondOnly += !firstRight && secondRight ? 1 : 0;
                    neither += !firstRight && !secondRight ? 1 : 0;
                }
            }
        }
        return new McNemar(both, firstOnly, secondOnly, neither);
    }

    private boolean isRight(final DataRow row, final int prediction) {
        return Classes.nameOf(row.getCell(label)).equals(Classes.nameOf(row.getCell(prediction)));
    }

    /** Name of a column. */
    String name(final int column) {
        return table.getDataTableSpec().getColumnSpec(column).getName();
    }
}
