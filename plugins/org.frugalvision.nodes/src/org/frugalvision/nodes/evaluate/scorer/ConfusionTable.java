// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

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

    /** A column for each class that the network knows; none if these are too many. */
    static DataTableSpec spec(final KnownClasses classes) {
        return new DataTableSpec(classes.all().stream().limit(columns(classes)).map(ConfusionTable::title)
            .map(NumberCells::longs).toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable create(final KnownClasses classes, final Confusion confusion,
        final ExecutionContext context) {
        final int columns = columns(classes);
        final var rows = context.createDataContainer(spec(classes));
        for (int truth = 0; columns > 0 && truth < classes.all().size(); truth++) {
            final int row = truth;
            rows.addRowToTable(new DefaultRow(new RowKey(classes.all().get(truth)), IntStream.range(0, columns)
                .mapToObj(predicted -> new LongCell(confusion.count(row, predicted))).toArray(DataCell[]::new)));
        }
        rows.close();
        return rows.getTable();
    }

    private static int columns(final KnownClasses classes) {
        return classes.known() > MOST_COLUMNS ? 0 : classes.known();
    }

    /** KNIME gives a column without a name one of its own. */
    private static String title(final String name) {
        return name.isEmpty() ? "(empty)" : name;
    }

    /** Why the table is empty, if it is. */
    static Optional<String> warning(final KnownClasses classes) {
        return classes.known() > MOST_COLUMNS ? Optional.of(
            "The confusion table is empty, because it would have %s columns, above %s.".formatted(
                Wording.value(classes.known()), Wording.value(MOST_COLUMNS))) : Optional.empty();
    }
}
