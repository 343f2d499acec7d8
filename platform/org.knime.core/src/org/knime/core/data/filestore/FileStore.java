// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.File;

import org.knime.core.data.filestore.internal.WriteFileStoreHandler;

/** A file that belongs to a port object: written in execute, then read only. */
public final class FileStore {

    private final WriteFileStoreHandler m_handler;

    private final FileStoreKey m_key;

    FileStore(final WriteFileStoreHandler handler, final FileStoreKey key) {
        m_handler = handler;
        m_key = key;
    }

    /** Where to write or read; the folder exists, the file does not before somebody writes it. */
    public File getFile() {
        return new File(m_handler.getParentDir(m_key.getIndex(), false), m_key.getName());
    }

    FileStoreKey getKey() {
        return m_key;
    }

    @Override
    public String toString() {
        return m_key.toString();
    }
}
