// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * A table as a test describes it, words separated by semicolons: first the columns with their types, e.g.
 * <code>name:string;images:long;share:double;vector:list</code>, then one line per row, whose first word is the row
 * key. Numbers in lists are separated by blanks; ? is a missing cell.
 */
public final class TypedTableProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Typed Table Probe").icon("").shortDescription("Makes a table.").fullDescription("<p>Makes a table.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputTable("Table", "The table.")) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure(TypedTableProbeNodeFactory::configure)
            .execute(TypedTableProbeNodeFactory::execute));

    /** Called by KNIME. */
    public TypedTableProbeNodeFactory() {
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
            rows.addRowToTable(new DefaultRow(new RowKey(words[0]), IntStream.range(1, words.length)
                .mapToObj(c -> cell(words[c], spec.getColumnSpec(c - 1).getType())).toArray(DataCell[]::new)));
        }
        rows.close();
        out.setOutData(rows.getTable());
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
