// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;
import org.knime.core.node.workflow.WorkflowPersistor.LoadResultEntry.LoadResultEntryType;
import org.knime.core.util.FileUtil;
import org.knime.core.util.LockFailedException;

/** One batch run: load, set variables, reset, set options, execute, save, close. */
final class BatchRun {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(BatchExecutor.class);

    private final BatchOptions m_options;

    private final File m_directory;

    BatchRun(final BatchOptions options, final File directory) {
        m_options = options;
        m_directory = directory;
    }

    int run() throws IOException, InvalidSettingsException, UnsupportedWorkflowVersionException, LockFailedException,
        IllegalOptionException {
        LOGGER.info("Loading workflow " + m_directory);
        final var result =
            WorkflowManager.loadProject(m_directory, new ExecutionMonitor(), WorkflowLoadHelper.INSTANCE);
        final var workflow = result.getWorkflowManager();
        try {
            if (result.hasErrors() && m_options.failOnLoadError()) {
                LOGGER.error("Workflow contains errors: "
                    + result.getFilteredError("", LoadResultEntryType.DataLoadError));
                return BatchExecutor.EXIT_ERR_LOAD;
            }
            if (result.getType() != LoadResultEntryType.Ok) {
                LOGGER.warn(result.getFilteredError("", LoadResultEntryType.Warning));
            }
            prepare(workflow);
            return executeAndSave(workflow);
        } finally {
            WorkflowManager.ROOT.removeProject(workflow.getID());
        }
    }

    private void prepare(final WorkflowManager workflow) throws InvalidSettingsException, IllegalOptionException {
        m_options.ignored().forEach(option -> LOGGER.warn("Option " + option + " has no effect in this runtime."));
        for (final var variable : m_options.variables()) {
            if (workflow.getWorkflowVariables().stream().noneMatch(v -> v.getName().equals(variable.getName()))) {
                LOGGER.warn("The workflow does not define the variable \"" + variable.getName()
                    + "\"; it is potentially unused.");
            }
        }
        if (!m_options.variables().isEmpty()) {
            workflow.addWorkflowVariables(m_options.reset(), m_options.variables().toArray(FlowVariable[]::new));
        }
        if (m_options.reset()) {
            workflow.resetAndConfigureAll();
        }
        for (final var option : m_options.nodeOptions()) {
            option.apply(workflow);
        }
    }

    private int executeAndSave(final WorkflowManager workflow) {
        var success = true;
        if (m_options.execute()) {
            LOGGER.info("Executing workflow");
            final var canceled = execute(workflow);
            if (canceled) {
                LOGGER.warn("Execution canceled");
                return BatchExecutor.EXIT_ERR_EXECUTION;
            }
            success = workflow.getNodeContainerState().isExecuted();
            LOGGER.info(success ? "Workflow executed sucessfully" : "Workflow was not executed completely");
        }
        try {
            if (m_options.save()) {
                save(workflow);
            }
        } catch (IOException e) {
            LOGGER.error("Workflow could not be saved: " + e.getMessage(), e);
            return BatchExecutor.EXIT_ERR_EXECUTION;
        }
        return success ? BatchExecutor.EXIT_SUCCESS : BatchExecutor.EXIT_ERR_EXECUTION;
    }

    /** Looks once a second whether there is a file .cancel in the workspace, and deletes it; true if there was. */
    private static boolean execute(final WorkflowManager workflow) {
        final var cancelFile = new File(KNIMEConstants.getKNIMEHomeDir(), ".cancel");
        final var canceled = new AtomicBoolean();
        final var poll = Executors.newSingleThreadScheduledExecutor(work -> {
            final var thread = new Thread(work, "KNIME-Cancel");
            thread.setDaemon(true);
            return thread;
        });
        try {
            poll.scheduleAtFixedRate(() -> {
                if (cancelFile.exists() && canceled.compareAndSet(false, true)) {
                    cancelFile.delete(); // who asked may have deleted it
                    workflow.cancelExecution();
                }
            }, 1, 1, TimeUnit.SECONDS);
            workflow.executeAllAndWaitUntilDone();
        } finally {
            poll.shutdownNow();
        }
        return canceled.get();
    }

    private void save(final WorkflowManager workflow) throws IOException {
        final var exec = new ExecutionMonitor();
        if (m_options.destinationFile() != null) {
            saveZip(workflow, m_options.destinationFile(), exec);
        } else if (m_options.destinationDirectory() != null) {
            workflow.save(m_options.destinationDirectory(), exec, true);
        } else if (m_options.input().isFile()) {
            saveZip(workflow, m_options.input(), exec);
        } else {
            workflow.save(m_directory, exec, true);
        }
        LOGGER.info("Workflow saved");
    }

    /** The top folder of the zip is named like the zip. */
    private static void saveZip(final WorkflowManager workflow, final File zip, final ExecutionMonitor exec)
        throws IOException {
        final var temporary = Files.createTempDirectory("knime_batch_");
        try {
            final var folder = new File(temporary.toFile(), zip.getName().replaceFirst("\\.[^.]+$", ""));
            workflow.save(folder, exec, true);
            FileUtil.zipDir(zip.getAbsoluteFile(), folder, 9);
        } finally {
            FileUtil.deleteRecursively(temporary.toFile());
        }
    }
}
