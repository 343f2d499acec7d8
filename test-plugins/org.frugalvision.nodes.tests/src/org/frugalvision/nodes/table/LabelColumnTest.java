// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** Which column is taken for that of labels where none is chosen. */
public class LabelColumnTest {

    @Test
    public void takesTheColumnWithTheNameOfOne() {
        for (final String name : List.of("label", "Label", "Classes", "CATEGORY", "target", "trueLabel", "class name",
            "image_label")) {
            assertEquals(name, LabelColumn.suggested(spec(strings("path"), strings("comment"), strings(name))));
        }
    }

    @Test
    public void prefersTheWholeName() {
        assertEquals("class", LabelColumn.suggested(spec(strings("class of camera"), strings("class"))));
    }

    @Test
    public void takesTheOnlyColumnWithPossibleValues() {
        assertEquals("shape", LabelColumn.suggested(spec(strings("path"), nominal("shape"), nominal("group"))));
        assertEquals("", LabelColumn.suggested(spec(nominal("shape"), nominal("colour"))));
    }

    /** Few rows have few values, and KNIME knows them all. */
    @Test
    public void neverTakesPathsPredictionsOrNumbers() {
        assertEquals("", LabelColumn.suggested(spec(nominal("path"), nominal("file name"), nominal("label file"),
            nominal("Prediction (label)"), nominal("image id"),
            new DataColumnSpecCreator("label", DoubleCell.TYPE).createSpec())));
    }

    @Test
    public void asksWhereThereIsNoReasonForAGuess() throws Exception {
        final DataTableSpec spec = spec(strings("path"), strings("comment"));

        assertEquals("\"Label column\" must be chosen, because no column has the name of one; the table has \"path\", "
            + "\"comment\".",
            assertThrows(InvalidSettingsException.class, () -> Columns.label(spec, "")).getMessage());
        assertEquals(0, Columns.label(spec, "path"));
        assertEquals("\"Label column\" must be a column of strings, but the table has none; it has no columns.",
            assertThrows(InvalidSettingsException.class, () -> Columns.label(spec(), null)).getMessage());
    }

    private static DataTableSpec spec(final DataColumnSpec... columns) {
        return new DataTableSpec("Table", columns);
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }

    private static DataColumnSpec nominal(final String name) {
        final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(
            Arrays.stream(new String[]{"a", "b"}).map(StringCell::new).toArray(DataCell[]::new)).createDomain());
        return column.createSpec();
    }
}
