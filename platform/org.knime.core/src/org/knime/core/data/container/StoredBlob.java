// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;

import org.knime.core.data.DataCell;

/** A blob: read when asked for, and kept as long as there is room. */
final class StoredBlob implements StoredCell {

    private final CellClasses.Entry m_entry;

    private final BlobFile.Position m_position;

    private final CellClasses m_classes;

    private final BlobFile m_blobs;

    private volatile SoftReference<DataCell> m_cell = new SoftReference<>(null);

    StoredBlob(final CellClasses.Entry entry, final BlobFile.Position position, final CellClasses classes,
        final BlobFile blobs) {
        m_entry = entry;
        m_position = position;
        m_classes = classes;
        m_blobs = blobs;
    }

    @Override
    public DataCell get() {
        DataCell cell = m_cell.get();
        if (cell == null) {
            cell = read();
            m_cell = new SoftReference<>(cell);
        }
        return cell;
    }

    private DataCell read() {
        try {
            final DataInputStream in = new DataInputStream(new ByteArrayInputStream(m_blobs.read(m_position)));
            return m_entry.serializer().deserialize(new CellInput(in, m_classes, m_blobs));
        } catch (final IOException ex) {
            throw new UncheckedIOException("A large cell cannot be read from its temporary file (was its table "
                + "deleted?): " + ex.getMessage(), ex);
        }
    }
}
