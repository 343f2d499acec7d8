// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.WorkflowPersistor.LoadResult;
import org.knime.core.node.workflow.WorkflowPersistor.WorkflowLoadResult;
import org.knime.core.util.Version;

/**
 * Fills a workflow from its directory. What is missing or wrong becomes an error in the result; what can be loaded is.
 * At the end all nodes are configured and states that differ from the stored ones become warnings.
 */
final class WorkflowLoader {

    private static final Version NEWEST = new Version(5, 1, 0);

    /** The nodes in workflow.knime. */
    static final String NODES = "nodes";

    /** Where workflow.knime says where the settings of a node lie. */
    static final String SETTINGS_FILE = "node_settings_file";

    private static final String CONNECTIONS = "connections";

    private final WorkflowManager m_workflow;

    private final File m_directory;

    private final NodeSettings m_settings;

    private final WorkflowLoadResult m_result;

    private final Map<NativeNodeContainer, LoadResult> m_nodeResults = new LinkedHashMap<>();

    WorkflowLoader(final WorkflowManager workflow, final OpenWorkflow open) {
        m_workflow = workflow;
        m_directory = open.directory();
        m_settings = open.settings();
        m_result = new WorkflowLoadResult(workflow.getName());
        m_result.setWorkflowManager(workflow);
    }

    WorkflowLoadResult load() throws InvalidSettingsException, UnsupportedWorkflowVersionException {
        checkVersion();
        for (final var key : new String[]{"state", "workflow_credentials", NODES, CONNECTIONS}) {
            if (!m_settings.containsKey(key)) {
                m_result.addError("Setting \"" + key + "\" is missing in " + WorkflowPersistor.WORKFLOW_FILE + ".");
            }
        }
        loadVariables();
        loadNodes();
        loadConnections();
        m_workflow.configureAll();
        restoreMessages();
        compareStates();
        m_nodeResults.values().stream().filter(result -> result.getChildren().length > 0)
            .forEach(m_result::addChildError);
        return m_result;
    }

    private void checkVersion() throws InvalidSettingsException, UnsupportedWorkflowVersionException {
        if (!m_settings.containsKey("version")) {
            throw new UnsupportedWorkflowVersionException("The workflow \"" + m_workflow.getName()
                + "\" names no version, so it was written by KNIME 1.x, which this runtime cannot read.");
        }
        final var version = m_settings.getString("version");
        if (version != null && new Version(version).compareTo(NEWEST) > 0) {
            throw new UnsupportedWorkflowVersionException("The workflow \"" + m_workflow.getName()
                + "\" has the format of version " + version + "; this runtime knows " + NEWEST + " at most.");
        }
    }

    private void loadVariables() throws InvalidSettingsException {
        if (m_settings.containsKey("workflow_variables")) {
            final var variables = m_settings.getNodeSettings("workflow_variables");
            for (final var key : variables.keySet()) {
                try {
                    m_workflow.addWorkflowVariables(true, FlowVariable.load(variables.getNodeSettings(key)));
                } catch (InvalidSettingsException e) { // it is kept in the file
                    m_result.addWarning(e.getMessage());
                }
            }
        }
    }

    private void loadNodes() throws InvalidSettingsException {
        if (m_settings.containsKey(NODES)) {
            final var nodes = m_settings.getNodeSettings(NODES);
            for (final var key : nodes.keySet()) {
                try {
                    loadNode(nodes.getNodeSettings(key));
                } catch (InvalidSettingsException | IOException e) { // the result tells it
                    m_result.addError("Unable to load node \"" + key + "\": " + e.getMessage());
                }
            }
        }
    }

    private void loadNode(final NodeSettings entry) throws InvalidSettingsException, IOException {
        final var id = m_workflow.getID().createChild(entry.getInt("id"));
        final var file = new File(m_directory, entry.getString(SETTINGS_FILE));
        final var type = entry.getString("node_type");
        final var directory = new ReferencedFile(file.getParentFile());
        final var loader = new NodeLoader(m_workflow, id, lastPort(entry.getInt("id"), "dest"),
            lastPort(entry.getInt("id"), "source"));
        final NativeNodeContainer node;
        final LoadResult result;
        if (type.equals("NativeNode")) {
            final var settings = OpenWorkflow.read(file);
            result = new LoadResult(settings.getString("node-name", file.getParentFile().getName()) + " "
                + id.getIDWithoutRoot());
            node = loader.load(directory, settings, result);
        } else {
            final var name = file.getParentFile().getName();
            final var kind = type.equals("SubNode") ? "component" : type.equals("MetaNode") ? "metanode" : type;
            final var reason = "\"" + name + "\" is a " + kind
                + ", and this headless runtime runs plain nodes only; run the workflow in KNIME";
            result = new LoadResult(name + " " + id.getIDWithoutRoot());
            result.addError(reason);
            node = loader.placeholder(directory, name, reason);
        }
        m_workflow.graph().add(node);
        m_nodeResults.put(node, result);
    }

    /** Returns the highest connected port of a node at one end of its connections, 0 if there is none. */
    private int lastPort(final int node, final String end) throws InvalidSettingsException {
        var last = 0;
        if (m_settings.containsKey(CONNECTIONS)) {
            final var connections = m_settings.getNodeSettings(CONNECTIONS);
            for (final var key : connections.keySet()) {
                final var connection = connections.getNodeSettings(key);
                if (connection.getInt(end + "ID", -1) == node) {
                    last = Math.max(last, connection.getInt(end + "Port", 0));
                }
            }
        }
        return last;
    }

    private void loadConnections() throws InvalidSettingsException {
        if (m_settings.containsKey(CONNECTIONS)) {
            final var connections = m_settings.getNodeSettings(CONNECTIONS);
            for (final var key : connections.keySet()) {
                try {
                    final var entry = connections.getNodeSettings(key);
                    final var connection = new ConnectionContainer(
                        m_workflow.getID().createChild(entry.getInt("sourceID")), entry.getInt("sourcePort"),
                        m_workflow.getID().createChild(entry.getInt("destID")), entry.getInt("destPort"));
                    if (!m_workflow.graph().connect(connection)) {
                        m_result.addError("Unable to insert connection \"" + connection + "\"");
                    }
                } catch (InvalidSettingsException e) { // the result tells it
                    m_result.addError("Unable to load connection \"" + key + "\": " + e.getMessage());
                }
            }
        }
    }

    /**
     * The message of a failed execution stays until the node is reset or executed; configuring has its own messages.
     */
    private void restoreMessages() throws InvalidSettingsException {
        for (final var node : m_nodeResults.keySet()) {
            final var settings = node.settings();
            if (settings.containsKey(StoredMessage.KEY) && node.getNodeMessage().equals(NodeMessage.NONE)) {
                node.setNodeMessage(StoredMessage.load(settings.getNodeSettings(StoredMessage.KEY)));
            }
        }
    }

    private void compareStates() {
        m_nodeResults.forEach((node, result) -> {
            final var stored = node.settings().getString("state", node.state().name());
            if (stored.equals(InternalNodeContainerState.EXECUTED.name())) {
                result.addWarning("The node was stored with its results, which this headless runtime does not read; "
                    + "it has to be executed again");
            } else if (!stored.equals(node.state().name())) {
                result.addWarning("State has changed from " + stored + " to " + node.state());
            }
        });
    }
}
