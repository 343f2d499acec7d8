// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeSettings;
import org.knime.core.util.FileUtil;

/**
 * Stores a workflow. Everything in the stored files that this runtime does not know stays as it is; results are not
 * stored, so an executed node becomes a configured one. In its own folder the folders of the nodes keep their names; in
 * another they are named after their nodes.
 */
final class WorkflowWriter {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(WorkflowManager.class);

    private static final String SETTINGS = "settings.xml";

    private static final String VARIABLES = "workflow_variables";

    private final WorkflowManager m_workflow;

    private final OpenWorkflow m_open;

    WorkflowWriter(final WorkflowManager workflow, final OpenWorkflow open) {
        m_workflow = workflow;
        m_open = open;
    }

    void save(final File target) throws IOException {
        final var source = m_open.directory();
        final var elsewhere = !source.getCanonicalFile().equals(target.getCanonicalFile());
        if (elsewhere) {
            FileUtil.copyDir(source, target);
            new File(target, DirectoryLock.FILE).delete(); // it may not be there
        }
        try {
            final var settings = storedWorkflow();
            for (final var node : m_workflow.nodes()) {
                if (node.getType() != NodeType.Missing) {
                    final var directory = node.getNodeContainerDirectory().getFile().toPath();
                    var folder = target.toPath().resolve(source.toPath().relativize(directory));
                    if (elsewhere) {
                        folder = renamed(folder, node);
                        entry(settings, node).addString(WorkflowLoader.SETTINGS_FILE,
                            target.toPath().relativize(folder).resolve(SETTINGS).toString().replace('\\', '/'));
                    }
                    write(stored(node), folder.resolve(SETTINGS).toFile());
                }
            }
            write(settings, new File(target, WorkflowPersistor.WORKFLOW_FILE));
        } catch (InvalidSettingsException e) {
            throw new IOException(e.getMessage(), e);
        }
        final var executed = m_workflow.nodes().stream().filter(node -> node.state().isExecuted())
            .map(NativeNodeContainer::getNameWithID).collect(Collectors.joining(", "));
        if (!executed.isEmpty()) {
            LOGGER.warn("This headless runtime stores no results; these nodes are saved as CONFIGURED: " + executed);
        }
    }

    /** Names the copy of a node's folder after the node, unless the folder of another node has this name. */
    private Path renamed(final Path folder, final NativeNodeContainer node) throws IOException {
        final var name = FileUtil.ILLEGAL_FILENAME_CHARS_PATTERN.matcher(node.getName()).replaceAll("_") + " (#"
            + node.getID().getIndex() + ")";
        if (m_open.directory().toPath().resolve(name).toFile().exists()) {
            return folder;
        }
        final var renamed = folder.resolveSibling(name);
        FileUtil.deleteRecursively(renamed.toFile()); // there is one if the workflow was saved here before
        return Files.move(folder, renamed);
    }

    /** What workflow.knime says about a node. */
    private static NodeSettings entry(final NodeSettings workflow, final NativeNodeContainer node)
        throws InvalidSettingsException {
        final var nodes = workflow.getNodeSettings(WorkflowLoader.NODES);
        for (final var key : nodes.keySet()) {
            if (nodes.getNodeSettings(key).getInt("id", -1) == node.getID().getIndex()) {
                return nodes.getNodeSettings(key);
            }
        }
        throw new InvalidSettingsException("The workflow does not name its node " + node.getNameWithID() + ".");
    }

    private static void write(final NodeSettings settings, final File file) throws IOException {
        settings.saveToXML(new FileOutputStream(file));
    }

    private NodeSettings storedWorkflow() throws InvalidSettingsException {
        final var settings = new NodeSettings(m_open.settings().getKey());
        m_open.settings().copyTo(settings);
        final var lowest = m_workflow.nodes().stream().map(this::storedState)
            .min(InternalNodeContainerState::compareTo).orElse(InternalNodeContainerState.CONFIGURED);
        settings.addString("state", lowest.name());
        storeWorkflowVariables(settings);
        return settings;
    }

    /** Variables of types that this runtime does not have stay as they are. */
    private void storeWorkflowVariables(final NodeSettings settings) throws InvalidSettingsException {
        for (final var variable : m_workflow.getWorkflowVariables()) {
            if (!settings.containsKey(VARIABLES)) {
                settings.addNodeSettings(VARIABLES);
            }
            final var variables = settings.getNodeSettings(VARIABLES);
            var key = "Var_" + variables.keySet().size();
            for (final var known : variables.keySet()) {
                if (variable.getName().equals(variables.getNodeSettings(known).getString("name", null))) {
                    key = known;
                }
            }
            variable.save(variables.addNodeSettings(key));
        }
    }

    /** The state that the node will have when it is loaded again. */
    private InternalNodeContainerState storedState(final NativeNodeContainer node) {
        final var graph = m_workflow.graph();
        for (var port = 0; port < node.getNrInPorts(); port++) {
            final var source = graph.source(node, port);
            if (source != null && (storedState(source) == InternalNodeContainerState.IDLE
                || !source.specsKnownBeforeExecution() && port > 0)) {
                return InternalNodeContainerState.IDLE;
            }
        }
        return node.state() == InternalNodeContainerState.IDLE ? InternalNodeContainerState.IDLE
            : InternalNodeContainerState.CONFIGURED;
    }

    private NodeSettings stored(final NativeNodeContainer node) throws InvalidSettingsException {
        final var settings = new NodeSettings(node.settings().getKey());
        node.settings().copyTo(settings);
        final var model = new NodeSettings(Node.CFG_MODEL);
        node.modelSettings().copyTo(model);
        settings.addNodeSettings(model);
        settings.addString("state", storedState(node).name());
        settings.addBoolean("hasContent", false);
        settings.addNodeSettings("ports");
        final var fileStores = settings.addNodeSettings("filestores");
        fileStores.addString("file_store_location", null);
        fileStores.addString("file_store_id", null);
        storeVariables(node, settings);
        StoredMessage.save(node.getNodeMessage(), settings);
        return settings;
    }

    private static void storeVariables(final NativeNodeContainer node, final NodeSettings settings) {
        final var stack = settings.addNodeSettings("flow_stack");
        var number = 0;
        for (final var variable : node.getOutgoingFlowObjectStack().getAllAvailableFlowVariables().values()) {
            final var stored = stack.addNodeSettings("Variable_" + number++);
            stored.addString("type", "variable");
            variable.save(stored);
        }
    }
}
