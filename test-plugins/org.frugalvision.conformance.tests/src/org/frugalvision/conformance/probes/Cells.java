// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table with cells of every kind. */
final class Cells {
    private Cells() {
    }

    static DataTableSpec spec() {
        return new DataTableSpec(column("text", StringCell.TYPE), column("whole", IntCell.TYPE),
            column("long", LongCell.TYPE), column("real", DoubleCell.TYPE), column("flag", BooleanCell.TYPE),
            column("list", ListCell.getCollectionType(IntCell.TYPE)));
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static BufferedDataTable table(final ExecutionContext context) {
        final var container = context.createDataContainer(spec());
        container.addRowToTable(new DefaultRow("first", new StringCell("a\tb \u00e4"), new IntCell(Integer.MIN_VALUE),
            new LongCell(Long.MAX_VALUE), new DoubleCell(0.1), BooleanCell.TRUE,
            CollectionCellFactory.createListCell(List.of(new IntCell(1), new IntCell(2)))));
        final var missing = DataType.getMissingCell();
        container.addRowToTable(new DefaultRow("second", missing, missing, missing, missing, missing, missing));
        container.addRowToTable(new DefaultRow("third", new StringCell(""), new IntCell(0), new LongCell(0),
            new DoubleCell(Double.NaN), BooleanCell.FALSE, CollectionCellFactory.createListCell(List.of())));
        container.close();
        return container.getTable();
    }

    static void read(final BufferedDataTable table) {
        Journal.write("size " + table.size());
        Journal.write("types " + table.getDataTableSpec().equalStructure(spec()));
        Journal.write("text domain " + domain(table, 0) + " whole " + bounds(table, 1));
        for (final var row : table) {
            Journal.write(row.getKey() + " " + row.stream().map(Cells::text).toList());
        }
    }

    private static String domain(final BufferedDataTable table, final int column) {
        return table.getDataTableSpec().getColumnSpec(column).getDomain().getValues().stream().map(Cells::text)
            .toList().toString();
    }

    private static String bounds(final BufferedDataTable table, final int column) {
        final var domain = table.getDataTableSpec().getColumnSpec(column).getDomain();
        return text(domain.getLowerBound()) + ".." + text(domain.getUpperBound());
    }

    private static String text(final DataCell cell) {
        if (cell.isMissing()) {
            return "missing";
        }
        if (cell instanceof BooleanValue flag) {
            return "boolean " + flag.getBooleanValue();
        }
        if (cell instanceof IntValue whole) {
            return "int " + whole.getIntValue();
        }
        if (cell instanceof LongValue number) {
            return "long " + number.getLongValue();
        }
        if (cell instanceof DoubleValue real) {
            return "double " + real.getDoubleValue();
        }
        return cell instanceof ListDataValue list
            ? "list " + IntStream.range(0, list.size()).mapToObj(i -> text(list.get(i))).toList()
            : "string " + ((StringValue)cell).getStringValue();
    }
}
