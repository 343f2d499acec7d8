// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.DataInputStream;
import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;

/** Reads what a {@link CellOutput} wrote. */
final class CellInput implements DataCellDataInput {

    private final DataInputStream m_in;

    private final CellClasses m_classes;

    private final BlobFile m_blobs;

    CellInput(final DataInputStream in, final CellClasses classes, final BlobFile blobs) {
        m_in = in;
        m_classes = classes;
        m_blobs = blobs;
    }

    /** The next cell; a blob is not read before somebody asks for it. */
    StoredCell readCell() throws IOException {
        final CellClasses.Entry entry = m_classes.get(m_in.readUnsignedShort());
        if (!entry.isBlob()) {
            return StoredCell.of(entry.serializer().deserialize(this));
        }
        final BlobFile.Position position = new BlobFile.Position(m_in.readLong(), m_in.readInt());
        return StoredCell.of(entry, position, m_classes, m_blobs);
    }

    @Override
    public DataCell readDataCell() throws IOException {
        return readCell().get();
    }

    @Override
    public String readUTF() throws IOException {
        final int parts = m_in.readInt();
        if (parts == 1) {
            return m_in.readUTF();
        }
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(m_in.readUTF());
        }
        return text.toString();
    }

    @Override
    public String readLine() throws IOException {
        throw new UnsupportedOperationException("Cells hold no lines.");
    }

    @Override
    public void readFully(final byte[] bytes) throws IOException {
        m_in.readFully(bytes);
    }

    @Override
    public void readFully(final byte[] bytes, final int offset, final int length) throws IOException {
        m_in.readFully(bytes, offset, length);
    }

    @Override
    public int skipBytes(final int count) throws IOException {
        return m_in.skipBytes(count);
    }

    @Override
    public boolean readBoolean() throws IOException {
        return m_in.readBoolean();
    }

    @Override
    public byte readByte() throws IOException {
        return m_in.readByte();
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return m_in.readUnsignedByte();
    }

    @Override
    public short readShort() throws IOException {
        return m_in.readShort();
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return m_in.readUnsignedShort();
    }

    @Override
    public char readChar() throws IOException {
        return m_in.readChar();
    }

    @Override
    public int readInt() throws IOException {
        return m_in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return m_in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return m_in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return m_in.readDouble();
    }
}
