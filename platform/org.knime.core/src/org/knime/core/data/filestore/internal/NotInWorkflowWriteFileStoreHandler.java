// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore.internal;

import java.io.File;
import java.io.IOException;
import java.util.UUID;

import org.knime.core.data.filestore.FileStore;

/** Makes file stores for objects that are read outside of a node; they are deleted when the JVM ends. */
public final class NotInWorkflowWriteFileStoreHandler extends WriteFileStoreHandler {

    private NotInWorkflowWriteFileStoreHandler() {
        super("Not in a workflow", UUID.randomUUID());
    }

    /** An open handler with a repository of its own. */
    public static NotInWorkflowWriteFileStoreHandler create() {
        final NotInWorkflowWriteFileStoreHandler handler = new NotInWorkflowWriteFileStoreHandler();
        handler.addToRepository(new SingleHandlerRepository());
        handler.open(null);
        return handler;
    }

    @Override
    public synchronized FileStore createFileStore(final String name) throws IOException {
        final FileStore store = super.createFileStore(name);
        final File folder = store.getFile().getParentFile();
        getBaseDir().deleteOnExit(); // the JVM deletes in reverse order, so outer folders come first
        folder.getParentFile().deleteOnExit();
        folder.deleteOnExit();
        store.getFile().deleteOnExit();
        return store;
    }
}
