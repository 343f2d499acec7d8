// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.List;

import org.knime.core.node.port.PortObject;

/**
 * A port object with content in files. Subclasses have a second constructor without arguments, for loading: the
 * serializer stores everything but the files, which the framework attaches afterwards.
 */
public abstract class FileStorePortObject implements PortObject {

    private List<FileStore> m_fileStores;

    /** With these files. */
    protected FileStorePortObject(final List<FileStore> fileStores) {
        m_fileStores = List.copyOf(fileStores);
    }

    /** For loading. */
    protected FileStorePortObject() {
        m_fileStores = List.of();
    }

    /** Called when a loaded object got its files. */
    protected void postConstruct() throws IOException {
        // nothing to do for an object that reads its files when asked
    }

    /** The number of files. */
    protected int getFileStoreCount() {
        return m_fileStores.size();
    }

    /** One of the files. */
    protected FileStore getFileStore(final int index) {
        return m_fileStores.get(index);
    }

    void attach(final List<FileStore> fileStores) throws IOException {
        m_fileStores = List.copyOf(fileStores);
        postConstruct();
    }

    @Override
    public String toString() {
        return getSummary() + " " + m_fileStores;
    }
}
