// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes the cells of new columns, row by row. */
public interface CellFactory {

    /** The new columns. */
    DataColumnSpec[] getColumnSpecs();

    /** One cell per new column. */
    default DataCell[] getCells(final DataRow row) {
        throw new UnsupportedOperationException("A cell factory must implement one of the methods getCells.");
    }

    /** One cell per new column; the index of the row counts from 0. */
    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    /** Called after each row; rows are counted from 1. */
    void setProgress(int rowNumber, int rowCount, RowKey lastKey, ExecutionMonitor exec);

    /** Called after each row; rows are counted from 1. */
    default void setProgress(final long rowNumber, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((int)rowNumber, (int)rowCount, lastKey, exec);
    }
}
