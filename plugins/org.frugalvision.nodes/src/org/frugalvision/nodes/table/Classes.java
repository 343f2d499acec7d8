// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.frugalvision.engine.image.ClassName;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;

/** The classes of a label column; labels that look the same are one class, as {@link ClassName} says. */
public final class Classes {

    private Classes() {
    }

    /**
     * @param column of labels
     * @return the possible values of the column in their order; empty if KNIME does not know them, as of lists
     */
    public static Optional<List<String>> known(final DataColumnSpec column) {
        if (!LabelKind.STRINGS.fits(column)) {
            return Optional.empty();
        }
        return Optional.ofNullable(column.getDomain().getValues())
            .map(values -> ClassName.distinct(
                values.stream().map(cell -> ((StringValue)cell).getStringValue()).toList()))
            .filter(values -> !values.isEmpty());
    }

    /**
     * @param table with labels
     * @param column index of the label column
     * @return the possible values of the column in their order; if KNIME does not know them, and of a column of lists,
     *         the values that occur, sorted. Cost: O(rows) in that case.
     */
    public static List<String> of(final BufferedDataTable table, final int column) {
        final DataColumnSpec spec = table.getDataTableSpec().getColumnSpec(column);
        if (LabelLists.in(spec)) {
            return LabelLists.occurring(table, column);
        }
        return known(spec).orElseGet(() -> occurring(table, column));
    }

    /**
     * @param label a cell of a label column, not missing
     * @return the name of its class
     */
    public static String nameOf(final DataCell label) {
        return ClassName.of(((StringValue)label).getStringValue());
    }

    private static List<String> occurring(final BufferedDataTable table, final int column) {
        final var values = new TreeSet<String>();
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (!row.getCell(column).isMissing()) {
                    values.add(nameOf(row.getCell(column)));
                }
            }
        }
        return List.copyOf(values);
    }
}
