// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.List;
import java.util.Optional;

import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.WorkflowPersistor.LoadResult;

/** Makes one node from its settings.xml. */
final class NodeLoader {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(NodeLoader.class);

    private static final List<String> REQUIRED =
        List.of("internal_node_subsettings", "flow_stack", "state", "hasContent");

    private static final List<String> REQUIRED_FOR_DATA = List.of("ports", "filestores");

    private final WorkflowManager m_workflow;

    private final NodeID m_id;

    private final int m_inputs;

    private final int m_outputs;

    /** With the numbers of ports that are connected, which is all that is known of a missing node. */
    NodeLoader(final WorkflowManager workflow, final NodeID id, final int inputs, final int outputs) {
        m_workflow = workflow;
        m_id = id;
        m_inputs = inputs;
        m_outputs = outputs;
    }

    /** Makes the node; errors that leave something usable go into the result. */
    NativeNodeContainer load(final ReferencedFile directory, final NodeSettings settings, final LoadResult result)
        throws InvalidSettingsException {
        final var node = new NativeNodeContainer(m_workflow, m_id, directory, node(settings, result), settings);
        for (final var key : REQUIRED) {
            if (!settings.containsKey(key)) {
                result.addError("Setting \"" + key + "\" is missing.");
            }
        }
        for (final var key : REQUIRED_FOR_DATA) {
            if (!settings.containsKey(key)) {
                result.addError("Setting \"" + key + "\" is missing.", true);
            }
        }
        try {
            node.loadModelSettings();
        } catch (InvalidSettingsException e) {
            LOGGER.debug("Settings of " + node.getNameWithID() + " refused", e);
            tellRefused(settings, "Loading model settings failed: " + e.getMessage(), result);
            settings.removeConfig(Node.CFG_MODEL);
        }
        return node;
    }

    /**
     * A node that was not ready when it was stored may hold settings that are not, so nothing is told of them; one that
     * was executed has shown that they were good once. The node goes on with its defaults.
     */
    private static void tellRefused(final NodeSettings settings, final String message, final LoadResult result) {
        final var state = settings.getString("state", null);
        if (InternalNodeContainerState.EXECUTED.name().equals(state)) {
            result.addWarning(message);
        } else if (!InternalNodeContainerState.IDLE.name().equals(state) && !settings.getBoolean("isInactive", false)) {
            result.addError(message);
        }
    }

    /** Stands for something that is no single node. */
    NativeNodeContainer placeholder(final ReferencedFile directory, final String name, final String reason) {
        return new NativeNodeContainer(m_workflow, m_id, directory, missing(name, reason), new NodeSettings(name));
    }

    private Node missing(final String name, final String reason) {
        return new Node(new MissingNodeFactory(name, reason, m_inputs, m_outputs));
    }

    private Node node(final NodeSettings settings, final LoadResult result) throws InvalidSettingsException {
        final var stored = StoredNode.of(settings);
        final var factory = factory(stored);
        if (factory.isEmpty()) {
            return refused(stored, stored.notAvailable(), result);
        }
        final var node = node(factory.get(), stored, settings);
        final var model = node.getNodeModel();
        if (model instanceof LoopStartNode || model instanceof LoopEndNode) {
            return refused(stored, "Node \"" + stored.name() + "\" belongs to a loop, and this headless runtime "
                + "runs no loops; run the workflow in KNIME", result);
        }
        return node;
    }

    private static Optional<NodeFactory<NodeModel>> factory(final StoredNode stored) {
        try {
            return NodeFactories.create(stored.factory());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) { // a broken node is a missing node
            LOGGER.error("Node \"" + stored.name() + "\" could not be created: " + e, e);
            return Optional.empty();
        }
    }

    private Node refused(final StoredNode stored, final String reason, final LoadResult result) {
        result.addError(reason);
        return missing(stored.name(), reason);
    }

    /** A factory that is there but makes no node is no missing node: the node is left out. */
    private static Node node(final NodeFactory<NodeModel> factory, final StoredNode stored, final NodeSettings settings)
        throws InvalidSettingsException {
        try {
            return node(factory, settings);
        } catch (RuntimeException | LinkageError e) { // the result tells it
            throw new InvalidSettingsException("Node \"" + stored.name() + "\" could not be created: " + e, e);
        }
    }

    private static Node node(final NodeFactory<NodeModel> factory, final NodeSettings settings)
        throws InvalidSettingsException {
        if (settings.containsKey("factory_settings")) {
            factory.loadAdditionalFactorySettings(settings.getConfig("factory_settings"));
        }
        factory.init();
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            final var creation = configurable.createNodeCreationConfig();
            if (settings.containsKey("node_creation_config")) {
                creation.loadSettingsFrom(settings.getNodeSettings("node_creation_config"));
            }
            return new Node(factory, creation);
        }
        return new Node(factory);
    }
}
