// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore.internal;

import org.knime.core.data.IDataRepository;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;

/** Gives access to the file stores of one node execution. */
public interface IFileStoreHandler {

    /** The repository that knows this handler. */
    IDataRepository getDataRepository();

    /** The file store with the key. */
    FileStore getFileStore(FileStoreKey key);

    /** Deletes all files. */
    void clearAndDispose();
}
