// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore.internal;

import java.io.File;
import java.io.IOException;
import java.util.UUID;

import org.knime.core.data.IDataRepository;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;

/** Makes the file stores of one node execution. */
public interface IWriteFileStoreHandler extends IFileStoreHandler {

    /** Registers this handler. */
    void addToRepository(IDataRepository repository);

    /** Lets file stores be made until {@link #close()}. */
    void open(ExecutionContext exec);

    /**
     * A new file store.
     *
     * @throws IOException if the name was used before, or is no plain file name
     */
    FileStore createFileStore(String name) throws IOException;

    /** No more file stores. */
    void close();

    /** The id of this node execution. */
    UUID getStoreUUID();

    /** The folder of the files, or null as long as there is none. */
    File getBaseDir();
}
