// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.IDataRepository;
import org.knime.core.data.filestore.internal.IFileStoreHandler;
import org.knime.core.data.filestore.internal.IWriteFileStoreHandler;
import org.knime.core.data.filestore.internal.WriteFileStoreHandler;

/** The framework's way to the files of a port object. */
public final class FileStoreUtil {

    private FileStoreUtil() {
    }

    /** The name of the file store. */
    public static FileStoreKey getFileStoreKey(final FileStore fileStore) {
        return fileStore.getKey();
    }

    /** The file store with the index and name that the handler chose. */
    public static FileStore createFileStore(final WriteFileStoreHandler handler, final FileStoreKey key) {
        return new FileStore(handler, key);
    }

    /** The file stores of the object. */
    public static List<FileStore> getFileStores(final FileStorePortObject object) {
        final List<FileStore> stores = new ArrayList<>();
        for (int i = 0; i < object.getFileStoreCount(); i++) {
            stores.add(object.getFileStore(i));
        }
        return stores;
    }

    /**
     * Attaches files to a loaded object.
     *
     * @throws IOException if the repository does not know who wrote them
     */
    public static void retrieveFileStoreHandlerFrom(final FileStorePortObject object, final List<FileStoreKey> keys,
        final IDataRepository repository) throws IOException {
        final List<FileStore> stores = new ArrayList<>();
        for (final FileStoreKey key : keys) {
            final IFileStoreHandler handler = repository.getHandler(key.getStoreUUID());
            if (handler == null) {
                throw new IOException("The node execution that wrote file store " + key + " is not known.");
            }
            stores.add(handler.getFileStore(key));
        }
        object.attach(stores);
    }

    /** Gives the copy the files of its source; files are read only by then, so both share them. */
    public static void retrieveFileStoreHandlers(final FileStorePortObject source, final FileStorePortObject copy,
        final IWriteFileStoreHandler handler) throws IOException {
        copy.attach(getFileStores(source));
    }
}
