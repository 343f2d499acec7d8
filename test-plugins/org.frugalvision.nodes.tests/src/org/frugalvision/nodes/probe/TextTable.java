// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.util.Arrays;
import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;

/** Nodes that make a table of their text: first a line of columns, then a line for each row. */
final class TextTable {

    private TextTable() {
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Rows {

        /** The row of a line; the first is number 1. */
        DataRow row(String line, int number, DataTableSpec spec);
    }

    static DefaultNode node(final String name, final Function<String, DataTableSpec> columns, final Rows rows) {
        return DefaultNode.create() //
            .name(name).icon("").shortDescription("Makes a table.").fullDescription("<p>Makes a table.</p>")
            .sinceVersion(5, 8, 0) //
            .ports(ports -> ports.addOutputTable("Table", "The table.")) //
            .model(model -> model.parametersClass(ProbeParameters.class)
                .configure((in, out) -> out.setOutSpecs(columns.apply(firstLine(in))))
                .execute((in, out) -> execute(in, out, columns, rows)));
    }

    private static String firstLine(final ConfigureInput in) {
        final ProbeParameters parameters = in.getParameters();
        return parameters.m_text.lines().findFirst().orElse("");
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out,
        final Function<String, DataTableSpec> columns, final Rows rows) {
        final ProbeParameters parameters = in.getParameters();
        final String[] lines = parameters.m_text.lines().toArray(String[]::new);
        final DataTableSpec spec = columns.apply(lines[0]);
        final var table = in.getExecutionContext().createDataContainer(spec);
        for (int i = 1; i < lines.length; i++) {
            table.addRowToTable(rows.row(lines[i], i, spec));
        }
        table.close();
        out.setOutData(table.getTable());
    }

    /** A column of a word such as {@code label[a,b]}, in which the possible values may be left out. */
    static DataColumnSpec column(final String word, final Function<String, String> name,
        final Function<String, DataType> type) {
        final String written = word.replaceAll("\\[.*", "");
        final String read = name.apply(written);
        final var column = new DataColumnSpecCreator(read, type.apply(read));
        if (word.endsWith("]")) {
            column.setDomain(new DataColumnDomainCreator(
                Arrays.stream(word.substring(written.length() + 1, word.length() - 1).split(","))
                    .map(StringCell::new).toArray(DataCell[]::new)).createDomain());
        }
        return column.createSpec();
    }
}
