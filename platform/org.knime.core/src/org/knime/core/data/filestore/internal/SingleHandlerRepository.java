// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore.internal;

import java.util.UUID;

import org.knime.core.data.IDataRepository;

/** Knows the one handler that was added last. */
final class SingleHandlerRepository implements IDataRepository {

    private IWriteFileStoreHandler m_handler;

    @Override
    public void addFileStoreHandler(final IWriteFileStoreHandler handler) {
        m_handler = handler;
    }

    @Override
    public void removeFileStoreHandler(final IWriteFileStoreHandler handler) {
        m_handler = null;
    }

    @Override
    public IFileStoreHandler getHandler(final UUID storeId) {
        return m_handler != null && m_handler.getStoreUUID().equals(storeId) ? m_handler : null;
    }
}
