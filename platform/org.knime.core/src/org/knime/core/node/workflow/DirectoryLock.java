// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.knime.core.node.NodeLogger;
import org.knime.core.util.LockFailedException;

/** The file {@code .knimeLock}, which is locked and there as long as a workflow is open. */
final class DirectoryLock {

    /** The name of the file. */
    static final String FILE = ".knimeLock";

    private static final NodeLogger LOGGER = NodeLogger.getLogger(DirectoryLock.class);

    private final Path m_file;

    private final FileChannel m_channel;

    private DirectoryLock(final Path file, final FileChannel channel) {
        m_file = file;
        m_channel = channel;
    }

    static DirectoryLock lock(final File directory) throws LockFailedException {
        final var file = directory.toPath().resolve(FILE);
        try {
            final var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // the file may have been taken away by its last owner between opening and locking
            if (tryLock(channel) && Files.exists(file)) {
                return new DirectoryLock(file, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new LockFailedException("\"" + directory + "\" cannot be locked: " + e.getMessage(), e);
        }
        throw new LockFailedException("\"" + directory + "\" is open elsewhere.");
    }

    private static boolean tryLock(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // this process holds it
            return false;
        }
    }

    void unlock() {
        try {
            Files.deleteIfExists(m_file);
            m_channel.close();
        } catch (IOException e) {
            LOGGER.warn("The lock file " + m_file + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
