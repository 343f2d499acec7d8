// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.Arrays;
import java.util.Iterator;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that was read from a file, its blobs not yet. */
final class StoredRow implements DataRow {

    private final RowKey m_key;

    private final StoredCell[] m_cells;

    StoredRow(final RowKey key, final StoredCell[] cells) {
        m_key = key;
        m_cells = cells;
    }

    @Override
    public int getNumCells() {
        return m_cells.length;
    }

    @Override
    public RowKey getKey() {
        return m_key;
    }

    @Override
    public DataCell getCell(final int index) {
        return m_cells[index].get();
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.stream(m_cells).map(StoredCell::get).iterator();
    }

    @Override
    public String toString() {
        return m_key.toString();
    }
}
