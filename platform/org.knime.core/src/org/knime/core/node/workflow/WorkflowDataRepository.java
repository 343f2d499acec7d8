// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.IDataRepository;
import org.knime.core.data.filestore.internal.IFileStoreHandler;
import org.knime.core.data.filestore.internal.IWriteFileStoreHandler;

/** The file stores of all nodes of one workflow. Thread safe. */
public class WorkflowDataRepository implements IDataRepository {

    private final Map<UUID, IWriteFileStoreHandler> m_handlers = new ConcurrentHashMap<>();

    WorkflowDataRepository() {
    }

    @Override
    public void addFileStoreHandler(final IWriteFileStoreHandler handler) {
        m_handlers.put(handler.getStoreUUID(), handler);
    }

    @Override
    public void removeFileStoreHandler(final IWriteFileStoreHandler handler) {
        m_handlers.remove(handler.getStoreUUID());
    }

    @Override
    public IFileStoreHandler getHandler(final UUID storeId) {
        return m_handlers.get(storeId);
    }
}
