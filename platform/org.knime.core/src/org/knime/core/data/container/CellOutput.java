// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataOutput;

/** Writes cells behind the index of their class, blobs into the file for them. */
final class CellOutput implements DataCellDataOutput {

    /** A part of this many characters takes less than the 64 KiB that {@link DataOutputStream#writeUTF} can hold. */
    private static final int PART = 20_000;

    private final DataOutputStream m_out;

    private final CellClasses m_classes;

    private final BlobFile m_blobs;

    CellOutput(final DataOutputStream out, final CellClasses classes, final BlobFile blobs) {
        m_out = out;
        m_classes = classes;
        m_blobs = blobs;
    }

    @Override
    public void writeDataCell(final DataCell cell) throws IOException {
        final int index = m_classes.indexOf(cell);
        final CellClasses.Entry entry = m_classes.get(index);
        m_out.writeShort(index);
        if (!entry.isBlob()) {
            entry.serializer().serialize(cell, this);
            return;
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        entry.serializer().serialize(cell, new CellOutput(new DataOutputStream(bytes), m_classes, m_blobs));
        final BlobFile.Position position = m_blobs.append(bytes);
        m_out.writeLong(position.offset());
        m_out.writeInt(position.length());
    }

    @Override
    public void writeUTF(final String text) throws IOException {
        final int parts = (text.length() + PART - 1) / PART;
        m_out.writeInt(parts);
        for (int i = 0; i < parts; i++) {
            m_out.writeUTF(text.substring(i * PART, Math.min(text.length(), (i + 1) * PART)));
        }
    }

    @Override
    public void write(final int value) throws IOException {
        m_out.write(value);
    }

    @Override
    public void write(final byte[] bytes) throws IOException {
        m_out.write(bytes);
    }

    @Override
    public void write(final byte[] bytes, final int offset, final int length) throws IOException {
        m_out.write(bytes, offset, length);
    }

    @Override
    public void writeBoolean(final boolean value) throws IOException {
        m_out.writeBoolean(value);
    }

    @Override
    public void writeByte(final int value) throws IOException {
        m_out.writeByte(value);
    }

    @Override
    public void writeShort(final int value) throws IOException {
        m_out.writeShort(value);
    }

    @Override
    public void writeChar(final int value) throws IOException {
        m_out.writeChar(value);
    }

    @Override
    public void writeInt(final int value) throws IOException {
        m_out.writeInt(value);
    }

    @Override
    public void writeLong(final long value) throws IOException {
        m_out.writeLong(value);
    }

    @Override
    public void writeFloat(final float value) throws IOException {
        m_out.writeFloat(value);
    }

    @Override
    public void writeDouble(final double value) throws IOException {
        m_out.writeDouble(value);
    }

    @Override
    public void writeBytes(final String text) throws IOException {
        m_out.writeBytes(text);
    }

    @Override
    public void writeChars(final String text) throws IOException {
        m_out.writeChars(text);
    }
}
