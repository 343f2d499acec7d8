// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.def.DefaultRow;

/** Rows with further cells. */
public final class AppendedCells {

    private AppendedCells() {
    }

    /**
     * @param row of a table
     * @param appended further cells
     * @return a row with the same ID, its cells and then these
     */
    public static DataRow to(final DataRow row, final DataCell... appended) {
        final var cells = new DataCell[row.getNumCells() + appended.length];
        for (int i = 0; i < row.getNumCells(); i++) {
            cells[i] = row.getCell(i);
        }
        System.arraycopy(appended, 0, cells, row.getNumCells(), appended.length);
        return new DefaultRow(row.getKey(), cells);
    }
}
