// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

import org.junit.After;
import org.junit.Test;
import org.knime.core.data.filestore.internal.NotInWorkflowWriteFileStoreHandler;
import org.knime.core.data.filestore.internal.WriteFileStoreHandler;
import org.knime.core.util.DuplicateKeyException;

public class WriteFileStoreHandlerTest {

    private final WriteFileStoreHandler m_handler = NotInWorkflowWriteFileStoreHandler.create();

    @After
    public void deleteFiles() {
        m_handler.clearAndDispose();
    }

    @Test
    public void makesFilesInNumberedFolders() throws IOException {
        final FileStore store = m_handler.createFileStore("model");
        Files.writeString(store.getFile().toPath(), "weights");

        final File folder = store.getFile().getParentFile();
        assertEquals("000", folder.getName());
        assertEquals("000", folder.getParentFile().getName());
        assertEquals(m_handler.getBaseDir(), folder.getParentFile().getParentFile());
        final FileStore again = m_handler.getFileStore(FileStoreUtil.getFileStoreKey(store));
        assertEquals("weights", Files.readString(again.getFile().toPath()));
    }

    @Test
    public void putsAThousandFilesIntoAFolder() throws IOException {
        assertEquals(m_handler.createFileStore("f").getFile().getParentFile(), m_handler.getParentDir(999, false));
        assertEquals("001", m_handler.getParentDir(1000, false).getName());
        assertEquals("001", m_handler.getParentDir(1_000_000, false).getParentFile().getName());
    }

    @Test
    public void refusesANameThatWasUsed() throws IOException {
        m_handler.createFileStore("model");

        assertEquals("Duplicate key detected: \"model\"",
            assertThrows(DuplicateKeyException.class, () -> m_handler.createFileStore("model")).getMessage());
    }

    @Test
    public void refusesNamesThatAreNoPlainFileNames() {
        for (final String name : new String[]{null, "", ".", "..", "a/b", "a\\b", "/etc/passwd", "c:x"}) {
            assertEquals("A file store needs a plain file name, but got \"" + name + "\".",
                assertThrows(IOException.class, () -> m_handler.createFileStore(name)).getMessage());
        }
    }

    @Test
    public void refusesFilesBeforeAndAfterTheExecution() {
        final WriteFileStoreHandler handler = new WriteFileStoreHandler("node", UUID.randomUUID());
        final String message = "File stores can only be created while the node is executing.";

        assertEquals(message,
            assertThrows(IllegalStateException.class, () -> handler.createFileStore("a")).getMessage());
        handler.open(null);
        handler.close();
        assertEquals(message,
            assertThrows(IllegalStateException.class, () -> handler.createFileStore("a")).getMessage());
        assertNull(handler.getBaseDir());
    }

    @Test
    public void deletesItsFiles() throws IOException {
        final FileStore store = m_handler.createFileStore("model");
        Files.writeString(store.getFile().toPath(), "weights");
        final File folder = m_handler.getBaseDir();
        assertTrue(folder.exists());

        m_handler.clearAndDispose();

        assertFalse(folder.exists());
        assertNull(m_handler.getDataRepository().getHandler(m_handler.getStoreUUID()));
        assertEquals("The files of \"Not in a workflow\" are deleted.",
            assertThrows(IllegalStateException.class, store::getFile).getMessage());
    }

    @Test
    public void ordersKeysByExecutionAndIndex() {
        final UUID id = UUID.randomUUID();
        final FileStoreKey first = new FileStoreKey(id, 0, null, -1, "z");
        final FileStoreKey second = new FileStoreKey(id, 1, null, -1, "a");

        assertTrue(first.compareTo(second) < 0);
        assertEquals(first, new FileStoreKey(id, 0, null, -1, "z"));
        assertNotEquals(first, new FileStoreKey(UUID.randomUUID(), 0, null, -1, "z"));
    }
}
