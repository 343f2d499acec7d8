// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.knime.core.util.FileUtil;
import org.knime.core.util.LockFailedException;

/** The directory of an open workflow: locked, with what its workflow.knime says and a directory for temporary files. */
record OpenWorkflow(File directory, NodeSettings settings, WorkflowContextV2 context, DirectoryLock lock,
    Thread cleanupOnShutdown) {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(OpenWorkflow.class);

    static OpenWorkflow open(final File directory) throws IOException, LockFailedException {
        final var lock = DirectoryLock.lock(directory);
        try {
            final var settings = read(new File(directory, WorkflowPersistor.WORKFLOW_FILE));
            final var temporary = Files.createTempDirectory(Path.of(KNIMEConstants.getKNIMETempDir()),
                "knime_" + FileUtil.ILLEGAL_FILENAME_CHARS_PATTERN.matcher(directory.getName()).replaceAll("_") + "_");
            final var cleanup = new Thread(() -> {
                FileUtil.deleteRecursively(temporary.toFile());
                lock.unlock();
            });
            Runtime.getRuntime().addShutdownHook(cleanup);
            return new OpenWorkflow(directory, settings,
                WorkflowContextV2.forTemporaryWorkflow(directory.toPath().toAbsolutePath(), temporary), lock, cleanup);
        } catch (IOException | RuntimeException e) { // whatever goes wrong, the directory is unlocked
            lock.unlock();
            throw e;
        }
    }

    /** Reads a file of settings. */
    static NodeSettings read(final File file) throws IOException {
        if (!file.isFile()) {
            throw new IOException("There is no file \"" + file.getName() + "\" in " + file.getParent() + ".");
        }
        return (NodeSettings)NodeSettings.loadFromXML(new FileInputStream(file));
    }

    void close() {
        if (!FileUtil.deleteRecursively(context.getExecutorInfo().getTempFolder().toFile())) {
            LOGGER.warn("The temporary files in " + context.getExecutorInfo().getTempFolder() + " cannot be deleted.");
        }
        Runtime.getRuntime().removeShutdownHook(cleanupOnShutdown);
        lock.unlock();
    }
}
