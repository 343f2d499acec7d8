// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * A table of predictions as a test describes it, words separated by semicolons: first the columns, e.g.
 * <code>label;Prediction (label)[a,b];P (label=a);P (label=b)</code>, then one line per row; rows are r1, r2, ...
 * Columns that begin with "P (" hold numbers, the others texts; ? is a missing cell.
 */
public final class ScoreTableProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
        TextTable.node("Score Table Probe", ScoreTableProbeNodeFactory::spec, ScoreTableProbeNodeFactory::row);

    /** Called by KNIME. */
    public ScoreTableProbeNodeFactory() {
        super(NODE);
    }

    private static DataRow row(final String line, final int number, final DataTableSpec spec) {
        final String[] words = line.split(";");
        return new DefaultRow(new RowKey("r" + number), IntStream.range(0, words.length)
            .mapToObj(c -> cell(words[c], spec.getColumnSpec(c).getType())).toArray(DataCell[]::new));
    }

    private static DataTableSpec spec(final String columns) {
        return new DataTableSpec(Arrays.stream(columns.split(";"))
            .map(word -> TextTable.column(word, name -> name,
                name -> name.startsWith("P (") ? DoubleCell.TYPE : StringCell.TYPE))
            .toArray(DataColumnSpec[]::new));
    }

    private static DataCell cell(final String word, final DataType type) {
        if (word.equals("?")) {
            return DataType.getMissingCell();
        }
        return type.equals(DoubleCell.TYPE) ? new DoubleCell(Double.parseDouble(word)) : new StringCell(word);
    }
}
