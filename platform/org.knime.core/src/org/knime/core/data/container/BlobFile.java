// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;

/**
 * Blobs one after the other in a file that is made by the first of them. They are not compressed: what is that large
 * mostly is already. Each read opens the file anew, because a thread that is interrupted while it reads would close a
 * shared channel for all others.
 */
final class BlobFile {

    /** Where a blob lies. */
    record Position(long offset, int length) {
    }

    private final File m_file;

    private OutputStream m_out;

    private long m_length;

    BlobFile(final File file) {
        m_file = file;
    }

    Position append(final ByteArrayOutputStream bytes) throws IOException {
        if (m_out == null) {
            m_file.deleteOnExit();
            m_out = new BufferedOutputStream(new FileOutputStream(m_file));
        }
        bytes.writeTo(m_out);
        final Position position = new Position(m_length, bytes.size());
        m_length += bytes.size();
        return position;
    }

    byte[] read(final Position position) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(m_file, "r")) {
            final byte[] bytes = new byte[position.length()];
            file.seek(position.offset());
            file.readFully(bytes);
            return bytes;
        }
    }

    void flush() throws IOException {
        if (m_out != null) {
            m_out.flush();
        }
    }

    void finish() throws IOException {
        if (m_out != null) {
            m_out.close();
        }
    }
}
