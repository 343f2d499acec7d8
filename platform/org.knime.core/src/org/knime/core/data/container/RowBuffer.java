// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DefaultRow;

/** Rows in memory as long as they are few, and of numbers and short texts only; else all of them in a file. */
final class RowBuffer {

    private static final int LONG_TEXT = 1000;

    private final int m_maxCells;

    private List<DataRow> m_memory = new ArrayList<>();

    /** Null as long as the rows are in memory. */
    private RowFile m_file;

    private long m_cells;

    RowBuffer(final int maxCells) {
        m_maxCells = maxCells;
    }

    void add(final DataRow row) {
        try {
            m_cells += row.getNumCells();
            if (m_file == null && (m_cells > m_maxCells || !row.stream().allMatch(RowBuffer::isSmall))) {
                m_file = new RowFile();
                for (final DataRow earlier : m_memory) {
                    m_file.add(earlier);
                }
                m_memory = List.of();
            }
            if (m_file == null) {
                m_memory.add(row.getClass() == DefaultRow.class ? row : new DefaultRow(row.getKey(), row));
            } else {
                m_file.add(row);
            }
        } catch (final IOException ex) {
            delete();
            throw new UncheckedIOException("Row \"" + row.getKey() + "\" cannot be written to a temporary file: "
                + ex.getMessage(), ex);
        }
    }

    private static boolean isSmall(final DataCell cell) {
        return cell.isMissing() || cell instanceof DoubleValue
            || cell instanceof StringValue && ((StringValue)cell).getStringValue().length() <= LONG_TEXT;
    }

    void finish() {
        try {
            if (m_file != null) {
                m_file.finish();
            }
        } catch (final IOException ex) {
            delete();
            throw new UncheckedIOException("Temporary file cannot be finished: " + ex.getMessage(), ex);
        }
    }

    long size() {
        return m_file == null ? m_memory.size() : m_file.size();
    }

    /** The rows added so far. */
    CloseableRowIterator iterator() {
        if (m_file != null) {
            return m_file.iterator();
        }
        final Iterator<DataRow> rows = m_memory.iterator();
        return new CloseableRowIterator() {

            private boolean m_closed;

            @Override
            public boolean hasNext() {
                return !m_closed && rows.hasNext();
            }

            @Override
            public DataRow next() {
                if (m_closed) {
                    throw new NoSuchElementException("The iterator is closed.");
                }
                return rows.next();
            }

            @Override
            public void close() {
                m_closed = true;
            }
        };
    }

    void delete() {
        m_memory = List.of();
        if (m_file != null) {
            m_file.delete();
        }
    }
}
