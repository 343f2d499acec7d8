// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/**
 * A column that holds, of rows that were made of others, the row ID of the image they come from. It is marked, so that
 * a node that parts the table can tell whether rows of one image would stand on both sides.
 */
public final class SourceColumn {

    private static final String MARK = "org.frugalvision.source";

    private SourceColumn() {
    }

    /**
     * @param table the columns before it
     * @param name its name, if no other column has it
     * @return the column
     */
    public static DataColumnSpec of(final DataTableSpec table, final String name) {
        final var creator =
            new DataColumnSpecCreator(DataTableSpec.getUniqueColumnName(table, name), StringCell.TYPE);
        creator.setProperties(new DataColumnProperties(Map.of(MARK, "true")));
        return creator.createSpec();
    }

    /**
     * @param table some columns
     * @return index of the last marked one: rows that were made several times come from it
     */
    public static Optional<Integer> find(final DataTableSpec table) {
        return IntStream.range(0, table.getNumColumns())
            .filter(i -> table.getColumnSpec(i).getProperties().containsProperty(MARK)).boxed()
            .reduce((first, last) -> last);
    }
}
