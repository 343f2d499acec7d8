// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Makes the cells of one new column. */
public abstract class SingleCellFactory extends AbstractCellFactory {

    /** Called for one row after the other. */
    public SingleCellFactory(final DataColumnSpec column) {
        super(column);
    }

    /** Called for several rows at once if wanted. */
    public SingleCellFactory(final boolean processConcurrently, final DataColumnSpec column) {
        super(processConcurrently, column);
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        return new DataCell[]{getCell(row, rowIndex)};
    }

    /** The new cell of the row. */
    public DataCell getCell(final DataRow row) {
        throw new UnsupportedOperationException("A cell factory must implement one of the methods getCell.");
    }

    /** The new cell of the row; its index counts from 0. */
    public DataCell getCell(final DataRow row, final long rowIndex) {
        return getCell(row);
    }
}
