// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** The classes of the cells in a file, which names them by their index. */
final class CellClasses {

    /** One class of cells. */
    record Entry(Class<? extends DataCell> cellClass, DataCellSerializer<DataCell> serializer, boolean isBlob) {
    }

    private final List<Entry> m_entries = new CopyOnWriteArrayList<>();

    int indexOf(final DataCell cell) {
        for (int i = 0; i < m_entries.size(); i++) {
            if (m_entries.get(i).cellClass() == cell.getClass()) {
                return i;
            }
        }
        @SuppressWarnings("unchecked") // a cell is only given to the serializer of its own class
        final DataCellSerializer<DataCell> serializer =
            (DataCellSerializer<DataCell>)DataType.getCellSerializer(cell.getClass());
        if (serializer == null) {
            throw new IllegalArgumentException("Cells of " + cell.getClass().getName()
                + " cannot be stored: no plug-in registers a serializer.");
        }
        m_entries.add(new Entry(cell.getClass(), serializer, cell instanceof BlobDataCell));
        return m_entries.size() - 1;
    }

    Entry get(final int index) {
        return m_entries.get(index);
    }
}
