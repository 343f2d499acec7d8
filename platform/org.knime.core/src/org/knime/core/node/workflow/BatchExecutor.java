// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IPreferenceFilter;
import org.frugalvision.platform.report.Usage;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeLogger;
import org.knime.core.util.FileUtil;
import org.knime.core.util.LockFailedException;

/** Runs workflows from the command line. Options, order, texts and exit codes are those of KNIME's batch executor. */
public class BatchExecutor {

    /** All nodes are executed. */
    public static final int EXIT_SUCCESS = 0;

    /** Never returned. */
    public static final int EXIT_WARN = 1;

    /** Something is wrong with the options or the preferences. */
    public static final int EXIT_ERR_PRESTART = 2;

    /** The workflow cannot be loaded. */
    public static final int EXIT_ERR_LOAD = 3;

    /** At least one node is not executed, the execution was canceled or the workflow cannot be saved. */
    public static final int EXIT_ERR_EXECUTION = 4;

    private static final NodeLogger LOGGER = NodeLogger.getLogger(BatchExecutor.class);

    private BatchExecutor() {
    }

    /** Runs as {@link #mainRun} does and ends the process. */
    public static void main(final String[] arguments) {
        System.exit(mainRun(arguments));
    }

    /** Loads, executes and saves one workflow; returns the exit code. Without arguments the usage is printed. */
    public static int mainRun(final String... arguments) {
        if (arguments.length == 0) {
            System.err.print(Usage.text());
            return EXIT_SUCCESS;
        }
        try {
            final var options = BatchOptions.parse(List.of(arguments));
            if (options.preferences() != null) {
                setPreferences(options.preferences());
            }
            return run(options);
        } catch (IllegalOptionException e) { // the message says it all
            LOGGER.error(e.getMessage());
            System.err.print(Usage.text());
            return EXIT_ERR_PRESTART;
        } catch (IOException | CoreException e) {
            LOGGER.error("Preferences could not be read: " + e.getMessage(), e);
            return EXIT_ERR_PRESTART;
        }
    }

    private static int run(final BatchOptions options) throws IllegalOptionException {
        Path unpacked = null;
        try {
            var directory = options.input();
            if (directory.isFile()) {
                unpacked = Files.createTempDirectory("knime_batch_");
                FileUtil.unzip(directory, unpacked.toFile());
                directory = unpacked.toFile();
            }
            return new BatchRun(options, workflowIn(directory)).run();
        } catch (LockFailedException e) {
            LOGGER.error("Workflow is locked by another KNIME instance", e);
        } catch (IOException | UnsupportedWorkflowVersionException e) {
            LOGGER.error("Workflow could not be loaded: " + e.getMessage(), e);
        } catch (InvalidSettingsException e) {
            LOGGER.error("Encountered invalid settings: " + e.getMessage(), e);
        } finally {
            if (unpacked != null) {
                FileUtil.deleteRecursively(unpacked.toFile());
            }
        }
        return EXIT_ERR_LOAD;
    }

    private static File workflowIn(final File directory) throws IOException {
        if (new File(directory, WorkflowPersistor.WORKFLOW_FILE).exists()) {
            return directory;
        }
        final var children = directory.listFiles();
        if (children == null || children.length == 0) {
            throw new IOException("No workflow directory at " + directory);
        }
        Arrays.sort(children);
        return children[0];
    }

    /** Merges a file of exported preferences into those of the instance, the configuration and the profile. */
    public static void setPreferences(final File file) throws IOException, CoreException {
        try (var in = new FileInputStream(file)) {
            final var service = Platform.getPreferencesService();
            final var filter = new EveryPreference();
            service.applyPreferences(service.readPreferences(in), new IPreferenceFilter[]{filter});
        }
    }

    /** An option is unknown, incomplete or does not fit. */
    public static class IllegalOptionException extends Exception {

        private static final long serialVersionUID = 1;

        /** With a text. */
        public IllegalOptionException(final String message) {
            super(message);
        }
    }
}
