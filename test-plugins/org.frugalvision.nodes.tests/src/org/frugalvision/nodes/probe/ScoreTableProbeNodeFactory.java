// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * A table of predictions as a test describes it, words separated by semicolons: first the columns, e.g.
 * <code>label;Prediction (label)[a,b];P (label=a);P (label=b)</code>, then one line per row; rows are r1, r2, ...
 * Columns that begin with "P (" hold numbers, the others texts; ? is a missing cell.
 */
public final class ScoreTableProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Score Table Probe").icon("").shortDescription("Makes a table.").fullDescription("<p>Makes a table.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputTable("Table", "The table.")) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure(ScoreTableProbeNodeFactory::configure)
            .execute(ScoreTableProbeNodeFactory::execute));

    /** Called by KNIME. */
    public ScoreTableProbeNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) {
        final ProbeParameters parameters = in.getParameters();
        out.setOutSpecs(spec(parameters.m_text.lines().findFirst().orElse("")));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ProbeParameters parameters = in.getParameters();
        final String[] lines = parameters.m_text.lines().toArray(String[]::new);
        final DataTableSpec spec = spec(lines[0]);
        final var rows = in.getExecutionContext().createDataContainer(spec);
        for (int i = 1; i < lines.length; i++) {
            final String[] words = lines[i].split(";");
            rows.addRowToTable(new DefaultRow(new RowKey("r" + i), IntStream.range(0, words.length)
                .mapToObj(c -> cell(words[c], spec.getColumnSpec(c).getType())).toArray(DataCell[]::new)));
        }
        rows.close();
        out.setOutData(rows.getTable());
    }

    private static DataTableSpec spec(final String columns) {
        return new DataTableSpec(Arrays.stream(columns.split(";")).map(word -> {
            final String name = word.replaceAll("\\[.*", "");
            final var column =
                new DataColumnSpecCreator(name, name.startsWith("P (") ? DoubleCell.TYPE : StringCell.TYPE);
            if (word.endsWith("]")) {
                column.setDomain(new DataColumnDomainCreator(
                    Arrays.stream(word.substring(name.length() + 1, word.length() - 1).split(","))
                        .map(StringCell::new).toArray(DataCell[]::new)).createDomain());
            }
            return column.createSpec();
        }).toArray(DataColumnSpec[]::new));
    }

    private static DataCell cell(final String word, final DataType type) {
        if (word.equals("?")) {
            return DataType.getMissingCell();
        }
        return type.equals(DoubleCell.TYPE) ? new DoubleCell(Double.parseDouble(word)) : new StringCell(word);
    }
}
