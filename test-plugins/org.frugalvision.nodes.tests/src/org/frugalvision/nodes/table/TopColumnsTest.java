// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import static org.junit.Assert.assertArrayEquals;

import java.util.Arrays;

import org.junit.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** Which columns of most probable classes belong to which prediction. */
public class TopColumnsTest {

    private static final DataTableSpec TABLE =
        table("Top 1", "Top 1 probability", "Top 2", "Top 1 (2)", "Top 2 (2)", "Top 4 (2)", "Top 1 two");

    @Test
    public void theSuffixOfAPredictionIsThatOfItsColumns() {
        assertArrayEquals(new int[]{0, 2}, TopColumns.of(TABLE, "Prediction (label)"));
        assertArrayEquals("up to the first that lacks", new int[]{3, 4}, TopColumns.of(TABLE, "Prediction (label) (2)"));
        assertArrayEquals(new int[0], TopColumns.of(TABLE, "Prediction (label) (3)"));
    }

    @Test
    public void theEndOfAnyOtherNameMayBeTheSuffix() {
        assertArrayEquals(new int[]{6}, TopColumns.of(TABLE, "Guess two"));
        assertArrayEquals(new int[]{3, 4}, TopColumns.of(TABLE, "Guess (2)"));
        assertArrayEquals(new int[]{0, 2}, TopColumns.of(TABLE, "Guess"));
    }

    @Test
    public void numbersAreNoClasses() {
        assertArrayEquals(new int[0], TopColumns.of(
            new DataTableSpec(new DataColumnSpecCreator("Top 1", DoubleCell.TYPE).createSpec()), "Guess"));
    }

    private static DataTableSpec table(final String... names) {
        return new DataTableSpec(Arrays.stream(names)
            .map(name -> new DataColumnSpecCreator(name, StringCell.TYPE).createSpec())
            .toArray(DataColumnSpec[]::new));
    }
}
