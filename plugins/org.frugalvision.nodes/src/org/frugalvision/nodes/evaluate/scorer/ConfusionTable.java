// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.Confusion;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per true class, one column per class that can be predicted: how many images. */
final class ConfusionTable {

    /** KNIME's tables are not made for more columns. */
    private static final int MOST_COLUMNS = 2000;

    private ConfusionTable() {
    }

    static BufferedDataTable create(final Predictions predictions, final Confusion confusion,
        final ExecutionContext context) {
        final List<String> classes = predictions.classes();
        final int columns = predictions.known() > MOST_COLUMNS ? 0 : predictions.known();
        final DataTableSpec spec = new DataTableSpec(classes.stream().limit(columns).map(ConfusionTable::title)
            .map(NumberCells::longs).toArray(DataColumnSpec[]::new));
        final var rows = context.createDataContainer(spec);
        for (int truth = 0; columns > 0 && truth < classes.size(); truth++) {
            final int row = truth;
            rows.addRowToTable(new DefaultRow(new RowKey(classes.get(truth)), IntStream.range(0, columns)
                .mapToObj(predicted -> new LongCell(confusion.count(row, predicted))).toArray(DataCell[]::new)));
        }
        rows.close();
        return rows.getTable();
    }

    /** KNIME gives a column without a name one of its own. */
    private static String title(final String name) {
        return name.isEmpty() ? "(empty)" : name;
    }

    /** Why the table is empty, if it is. */
    static Optional<String> warning(final Predictions predictions) {
        return predictions.known() > MOST_COLUMNS ? Optional.of(
            "The confusion table is empty, because it would have %s columns, above %s.".formatted(
                Wording.value(predictions.known()), Wording.value(MOST_COLUMNS))) : Optional.empty();
    }
}
