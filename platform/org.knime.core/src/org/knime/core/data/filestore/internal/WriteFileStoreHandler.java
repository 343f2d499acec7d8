// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore.internal;

import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.knime.core.data.IDataRepository;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.util.DuplicateKeyException;
import org.knime.core.util.FileUtil;

/** Makes file stores in a folder of the workflow's temporary folder (000/000/name), a thousand files per sub folder. */
public class WriteFileStoreHandler implements IWriteFileStoreHandler {

    private static final int FILES_PER_FOLDER = 1000;

    private final String m_name;

    private final UUID m_storeId;

    private final Set<String> m_names = new HashSet<>();

    private IDataRepository m_repository;

    private File m_baseDir;

    private boolean m_open;

    /** For an execution of the node with the name. */
    public WriteFileStoreHandler(final String name, final UUID storeId) {
        m_name = name;
        m_storeId = storeId;
    }

    @Override
    public void addToRepository(final IDataRepository repository) {
        m_repository = repository;
        repository.addFileStoreHandler(this);
    }

    @Override
    public synchronized void open(final ExecutionContext exec) {
        m_open = true;
    }

    @Override
    public synchronized FileStore createFileStore(final String name) throws IOException {
        CheckUtils.checkState(m_open, "File stores can only be created while the node is executing.");
        if (name == null || !name.equals(new File(name).getName()) || name.matches("\\.*|.*[/\\\\:].*")) {
            throw new IOException("A file store needs a plain file name, but got \"" + name + "\".");
        }
        if (!m_names.add(name)) {
            throw new DuplicateKeyException("Duplicate key detected: \"" + name + "\"", name);
        }
        if (m_baseDir == null) {
            m_baseDir = FileUtil.createTempDir("fs-");
        }
        final int index = m_names.size() - 1;
        getParentDir(index, true);
        return FileStoreUtil.createFileStore(this, new FileStoreKey(m_storeId, index, null, -1, name));
    }

    /** The folder of the file store with the index, made if wanted. */
    public synchronized File getParentDir(final int index, final boolean mkdirs) {
        CheckUtils.checkState(m_baseDir != null, "The files of \"%s\" are deleted.", m_name);
        final int folder = index / FILES_PER_FOLDER;
        final File parent =
            new File(m_baseDir, String.format("%03d/%03d", folder / FILES_PER_FOLDER, folder % FILES_PER_FOLDER));
        CheckUtils.checkState(!mkdirs || parent.isDirectory() || parent.mkdirs(), "Folder %s cannot be made.", parent);
        return parent;
    }

    @Override
    public FileStore getFileStore(final FileStoreKey key) {
        return FileStoreUtil.createFileStore(this, key);
    }

    @Override
    public synchronized void close() {
        m_open = false;
    }

    @Override
    public synchronized void clearAndDispose() {
        m_open = false;
        if (m_repository != null) {
            m_repository.removeFileStoreHandler(this);
        }
        if (m_baseDir != null) {
            FileUtil.deleteRecursively(m_baseDir);
            m_baseDir = null;
        }
        m_names.clear();
    }

    @Override
    public IDataRepository getDataRepository() {
        return m_repository;
    }

    @Override
    public final UUID getStoreUUID() {
        return m_storeId;
    }

    @Override
    public synchronized File getBaseDir() {
        return m_baseDir;
    }

    @Override
    public String toString() {
        return m_name + " " + m_storeId;
    }
}
