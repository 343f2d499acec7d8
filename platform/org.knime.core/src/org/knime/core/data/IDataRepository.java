// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.UUID;

import org.knime.core.data.filestore.internal.IFileStoreHandler;
import org.knime.core.data.filestore.internal.IWriteFileStoreHandler;

/** Where the file stores of a workflow are found by the id of the node execution that wrote them. */
public interface IDataRepository {

    /** Adds what one node execution writes. */
    void addFileStoreHandler(IWriteFileStoreHandler handler);

    /** Removes what one node execution wrote. */
    void removeFileStoreHandler(IWriteFileStoreHandler handler);

    /** The handler with the id, or null. */
    IFileStoreHandler getHandler(UUID storeId);
}
