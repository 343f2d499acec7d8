// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.util.FileUtil;

/**
 * Rows in a compressed temporary file, blobs beside it in a second one. Rows are written one after the other and can be
 * read, even while further ones are written, by any number of iterators. Memory: two small buffers.
 */
final class RowFile {

    private static final int BUFFER_SIZE = 1 << 16;

    private final CellClasses m_classes = new CellClasses();

    private final Deflater m_deflater = new Deflater(Deflater.BEST_SPEED);

    private final File m_folder;

    private final File m_rows;

    private final BlobFile m_blobs;

    private final DataOutputStream m_stream;

    private final CellOutput m_out;

    private long m_size;

    private boolean m_finished;

    RowFile() throws IOException {
        m_folder = FileUtil.createTempDir("knime_container_");
        m_folder.deleteOnExit(); // the JVM deletes in reverse order, so the folder comes first
        m_rows = new File(m_folder, "rows.bin");
        m_rows.deleteOnExit();
        m_blobs = new BlobFile(new File(m_folder, "blobs.bin"));
        m_stream = new DataOutputStream(new BufferedOutputStream(
            new DeflaterOutputStream(new FileOutputStream(m_rows), m_deflater, BUFFER_SIZE, true), BUFFER_SIZE));
        m_out = new CellOutput(m_stream, m_classes, m_blobs);
    }

    void add(final DataRow row) throws IOException {
        m_out.writeUTF(row.getKey().getString());
        m_out.writeInt(row.getNumCells());
        for (final DataCell cell : row) {
            m_out.writeDataCell(cell);
        }
        m_size++;
    }

    void finish() throws IOException {
        if (m_finished) {
            return;
        }
        m_finished = true;
        try {
            m_stream.close();
            m_blobs.finish();
        } finally {
            m_deflater.end();
        }
    }

    long size() {
        return m_size;
    }

    /** The rows added so far. */
    CloseableRowIterator iterator() {
        try {
            if (!m_finished) {
                m_stream.flush();
                m_blobs.flush();
            }
            return new RowFileIterator(m_rows, m_size, m_classes, m_blobs);
        } catch (final IOException ex) {
            throw new UncheckedIOException("Temporary file of a table cannot be read: " + ex.getMessage(), ex);
        }
    }

    void delete() {
        try {
            finish();
        } catch (final IOException ex) {
            m_size = 0; // what could not be written is not needed any more
        }
        FileUtil.deleteRecursively(m_folder);
    }
}
