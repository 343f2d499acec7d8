// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** One pass over the rows of a {@link RowFile}. */
final class RowFileIterator extends CloseableRowIterator {

    private static final int BUFFER_SIZE = 1 << 16;

    private final Inflater m_inflater = new Inflater();

    private final DataInputStream m_stream;

    private final CellInput m_in;

    private long m_left;

    RowFileIterator(final File rows, final long size, final CellClasses classes, final BlobFile blobs)
        throws IOException {
        m_stream = new DataInputStream(new BufferedInputStream(
            new InflaterInputStream(new FileInputStream(rows), m_inflater, BUFFER_SIZE), BUFFER_SIZE));
        m_in = new CellInput(m_stream, classes, blobs);
        m_left = size;
        if (size == 0) {
            close();
        }
    }

    @Override
    public boolean hasNext() {
        return m_left > 0;
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The table has no more rows, or the iterator is closed.");
        }
        try {
            final RowKey key = new RowKey(m_in.readUTF());
            final StoredCell[] cells = new StoredCell[m_in.readInt()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = m_in.readCell();
            }
            m_left--;
            if (m_left == 0) {
                close();
            }
            return new StoredRow(key, cells);
        } catch (final IOException ex) {
            close();
            throw new UncheckedIOException("Temporary file of a table cannot be read: " + ex.getMessage(), ex);
        }
    }

    @Override
    public void close() {
        m_left = 0;
        m_inflater.end();
        try {
            m_stream.close();
        } catch (final IOException ex) {
            throw new UncheckedIOException("Temporary file of a table cannot be closed: " + ex.getMessage(), ex);
        }
    }
}
