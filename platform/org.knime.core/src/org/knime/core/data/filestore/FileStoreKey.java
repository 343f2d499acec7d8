// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.util.Objects;
import java.util.UUID;

/** Names a file store: the node execution that wrote it, the order of writing, the name. Immutable. */
public final class FileStoreKey implements Comparable<FileStoreKey> {

    private final UUID m_storeId;

    private final int m_index;

    private final String m_name;

    /** This runtime has no loops: the path and the iteration are ignored. */
    public FileStoreKey(final UUID storeId, final int index, final int[] nestedLoopPath, final int iteration,
        final String name) {
        m_storeId = storeId;
        m_index = index;
        m_name = name;
    }

    /** The node execution that wrote it. */
    public UUID getStoreUUID() {
        return m_storeId;
    }

    /** How many file stores that execution had made before. */
    public int getIndex() {
        return m_index;
    }

    /** The name that the node gave it. */
    public String getName() {
        return m_name;
    }

    @Override
    public int compareTo(final FileStoreKey key) {
        final int byStore = m_storeId.compareTo(key.m_storeId);
        return byStore != 0 ? byStore : Integer.compare(m_index, key.m_index);
    }

    @Override
    public boolean equals(final Object object) {
        return object instanceof FileStoreKey && m_storeId.equals(((FileStoreKey)object).m_storeId)
            && m_index == ((FileStoreKey)object).m_index && m_name.equals(((FileStoreKey)object).m_name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_storeId, m_index, m_name);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_index + " of " + m_storeId + ")";
    }
}
