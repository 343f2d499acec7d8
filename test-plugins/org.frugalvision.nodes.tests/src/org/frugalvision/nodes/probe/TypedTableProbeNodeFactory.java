// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * A table as a test describes it, words separated by semicolons: first the columns with their types, e.g.
 * <code>name:string;images:long;share:double;vector:list</code>, then one line per row, whose first word is the row
 * key. Numbers in lists are separated by blanks; ? is a missing cell.
 */
public final class TypedTableProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
        TextTable.node("Typed Table Probe", TypedTableProbeNodeFactory::spec, TypedTableProbeNodeFactory::row);

    /** Called by KNIME. */
    public TypedTableProbeNodeFactory() {
        super(NODE);
    }

    private static DataRow row(final String line, final int number, final DataTableSpec spec) {
        final String[] words = line.split(";");
        return new DefaultRow(new RowKey(words[0]), IntStream.range(1, words.length)
            .mapToObj(c -> cell(words[c], spec.getColumnSpec(c - 1).getType())).toArray(DataCell[]::new));
    }

    private static DataTableSpec spec(final String columns) {
        return new DataTableSpec(Arrays.stream(columns.split(";")).map(word -> {
            final int colon = word.lastIndexOf(':');
            return new DataColumnSpecCreator(word.substring(0, colon), type(word.substring(colon + 1))).createSpec();
        }).toArray(DataColumnSpec[]::new));
    }

    private static DataType type(final String name) {
        return switch (name) {
            case "long" -> LongCell.TYPE;
            case "double" -> DoubleCell.TYPE;
            case "list" -> ListCell.getCollectionType(DoubleCell.TYPE);
            default -> StringCell.TYPE;
        };
    }

    private static DataCell cell(final String word, final DataType type) {
        if (word.equals("?")) {
            return DataType.getMissingCell();
        }
        if (type.equals(LongCell.TYPE)) {
            return new LongCell(Long.parseLong(word));
        }
        if (type.equals(DoubleCell.TYPE)) {
            return new DoubleCell(Double.parseDouble(word));
        }
        return type.equals(StringCell.TYPE) ? new StringCell(word) : CollectionCellFactory.createListCell(
            Arrays.stream(word.split(" ")).map(number -> new DoubleCell(Double.parseDouble(number))).toList());
    }
}
