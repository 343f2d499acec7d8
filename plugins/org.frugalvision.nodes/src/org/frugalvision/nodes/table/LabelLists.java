// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.BufferedDataTable;

/**
 * Columns of lists or sets of strings, whose elements are the labels of a row: any number, also none. Labels that look
 * the same are one, as {@link Classes} says.
 */
public final class LabelLists {

    private LabelLists() {
    }

    /**
     * @param column of a table
     * @return whether it holds lists or sets of strings
     */
    public static boolean in(final DataColumnSpec column) {
        return column.getType().isCollectionType()
            && column.getType().getCollectionElementType().isCompatible(StringValue.class);
    }

    /**
     * @param cell of such a column, not missing
     * @return its labels, each once; empty if one of them is missing
     */
    public static Optional<SortedSet<String>> of(final DataCell cell) {
        final SortedSet<String> labels = new TreeSet<>();
        for (final DataCell label : (CollectionDataValue)cell) {
            if (label.isMissing()) {
                return Optional.empty();
            }
            labels.add(Classes.nameOf(label));
        }
        return Optional.of(labels);
    }

    /** All labels that occur, sorted. Cost: O(labels of all rows). */
    static List<String> occurring(final BufferedDataTable table, final int column) {
        final SortedSet<String> labels = new TreeSet<>();
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (!row.getCell(column).isMissing()) {
                    of(row.getCell(column)).ifPresent(labels::addAll);
                }
            }
        }
        return List.copyOf(labels);
    }
}
