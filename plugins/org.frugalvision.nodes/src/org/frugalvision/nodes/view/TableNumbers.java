// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** Numbers of a table, for curves. */
public final class TableNumbers {

    private TableNumbers() {
    }

    /**
     * @param table a table
     * @param column index of a column of numbers
     * @return its values in the order of the rows; NaN where one is missing
     */
    public static double[] of(final BufferedDataTable table, final int column) {
        double[] values = new double[16];
        int count = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final DataCell cell = row.getCell(column);
                values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
                values[count++] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
            }
        }
        return Arrays.copyOf(values, count);
    }
}
