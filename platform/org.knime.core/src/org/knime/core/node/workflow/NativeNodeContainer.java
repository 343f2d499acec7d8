// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.UUID;

import org.knime.core.data.filestore.internal.IWriteFileStoreHandler;
import org.knime.core.data.filestore.internal.WriteFileStoreHandler;
import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** A node with a model. The workflow holds its lock whenever the state changes; execution runs outside of the lock. */
public class NativeNodeContainer extends SingleNodeContainer {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(NativeNodeContainer.class);

    private final Node m_node;

    private final NodeSettings m_settings;

    private volatile InternalNodeContainerState m_state = InternalNodeContainerState.IDLE;

    private volatile DefaultNodeProgressMonitor m_progress;

    private FlowObjectStack m_incoming;

    private FlowObjectStack m_outgoing;

    private boolean m_specsKnownBeforeExecution;

    /** With everything that is stored about the node. */
    NativeNodeContainer(final WorkflowManager parent, final NodeID id, final ReferencedFile directory, final Node node,
        final NodeSettings settings) {
        super(parent, id, directory);
        m_node = node;
        m_settings = settings;
        m_incoming = new FlowObjectStack(id);
        m_outgoing = new FlowObjectStack(id);
        node.addMessageListener(event -> setNodeMessage(event.getMessage()));
    }

    /** Returns what runs the model. */
    public Node getNode() {
        return m_node;
    }

    /** Returns the model. */
    public NodeModel getNodeModel() {
        return m_node.getNodeModel();
    }

    @Override
    public String getName() {
        return m_node.getName();
    }

    @Override
    public NodeType getType() {
        return m_node.getType();
    }

    @Override
    public int getNrInPorts() {
        return m_node.getNrInPorts();
    }

    @Override
    public int getNrOutPorts() {
        return m_node.getNrOutPorts();
    }

    @Override
    public PortType getOutputType(final int index) {
        return m_node.getOutputType(index);
    }

    @Override
    public PortObjectSpec getOutputSpec(final int index) {
        return m_node.getOutputSpec(index);
    }

    @Override
    public PortObject getOutputObject(final int index) {
        return m_node.getOutputObject(index);
    }

    @Override
    public String getOutputObjectSummary(final int index) {
        return m_node.getOutputObjectSummary(index);
    }

    @Override
    public FlowObjectStack getFlowObjectStack() {
        return m_incoming;
    }

    @Override
    public FlowObjectStack getOutgoingFlowObjectStack() {
        return m_outgoing;
    }

    @Override
    InternalNodeContainerState state() {
        return m_state;
    }

    private void setState(final InternalNodeContainerState state) {
        if (m_state != state) {
            m_state = state;
            tellState();
        }
    }

    void queue() {
        setState(InternalNodeContainerState.CONFIGURED_QUEUED);
    }

    void unqueue() {
        setState(InternalNodeContainerState.CONFIGURED);
    }

    /** Returns everything that is stored about the node; changed in place. */
    NodeSettings settings() {
        return m_settings;
    }

    /** Whether the outputs of an executed node were known from its settings and inputs alone. */
    boolean specsKnownBeforeExecution() {
        return m_specsKnownBeforeExecution;
    }

    /** Works for this node; code of the node runs nowhere else. */
    private void inContext(final Runnable work) {
        NodeContext.pushContext(this);
        try {
            work.run();
        } finally {
            NodeContext.removeLastContext();
        }
    }

    /** Lets the model check and take over the stored settings; a node without stored settings is left alone. */
    void loadModelSettings() throws InvalidSettingsException {
        if (m_settings.containsKey(Node.CFG_MODEL)) {
            load(m_settings.getNodeSettings(Node.CFG_MODEL));
        }
    }

    /** Lets the model check and take over settings. */
    void load(final NodeSettingsRO model) throws InvalidSettingsException {
        NodeContext.pushContext(this);
        try {
            m_node.validateModelSettings(model);
            m_node.loadModelSettingsFrom(model);
        } finally {
            NodeContext.removeLastContext();
        }
    }

    /** Returns the stored settings of the model or, where there are none, those it has made up. */
    NodeSettings modelSettings() throws InvalidSettingsException {
        if (m_settings.containsKey(Node.CFG_MODEL)) {
            return m_settings.getNodeSettings(Node.CFG_MODEL);
        }
        final var model = new NodeSettings(Node.CFG_MODEL);
        inContext(() -> m_node.saveModelSettingsTo(model));
        return model;
    }

    /** Cannot run for want of inputs. */
    void setIdle(final FlowObjectStack incoming) {
        m_incoming = incoming;
        m_outgoing = new FlowObjectStack(getID());
        m_node.cleanOutPorts();
        setState(InternalNodeContainerState.IDLE);
    }

    /** Lets the model say what the outputs will look like. */
    void configure(final PortObjectSpec[] specs, final FlowObjectStack incoming) {
        setIdle(incoming);
        m_node.setFlowObjectStack(incoming, m_outgoing);
        try {
            final var overrides = VariableOverrides.of(m_settings);
            final var model = overrides.isEmpty() ? null : overwritten(overrides, incoming);
            inContext(() -> {
                if (m_node.configure(specs)) {
                    setState(InternalNodeContainerState.CONFIGURED);
                }
            });
            if (model != null && m_state == InternalNodeContainerState.CONFIGURED) {
                overrides.expose(model, m_outgoing);
            }
        } catch (InvalidSettingsException e) {
            LOGGER.warn(e.getMessage(), e);
            setNodeMessage(NodeMessage.newWarning(e.getMessage()));
            setState(InternalNodeContainerState.IDLE);
        }
        m_specsKnownBeforeExecution = m_state == InternalNodeContainerState.CONFIGURED;
        for (var i = 0; i < getNrOutPorts(); i++) {
            m_specsKnownBeforeExecution &= getOutputSpec(i) != null;
        }
    }

    private NodeSettings overwritten(final VariableOverrides overrides, final FlowObjectStack incoming)
        throws InvalidSettingsException {
        final var model = new NodeSettings(Node.CFG_MODEL);
        modelSettings().copyTo(model);
        if (overrides.controlSomething()) {
            overrides.overwrite(model, incoming);
            load(model);
        }
        return model;
    }

    /** Makes what the next execution needs. */
    public ExecutionContext createExecutionContext() {
        final var repository = getParent().getWorkflowDataRepository();
        final var fileStores = new WriteFileStoreHandler(getNameWithID(), UUID.randomUUID());
        fileStores.addToRepository(repository);
        m_node.setFileStoreHandler(fileStores);
        m_progress = new DefaultNodeProgressMonitor(event -> tellProgress(event.getNodeProgress()));
        final var exec =
            new ExecutionContext(m_progress, m_node, SingleNodeContainer.MemoryPolicy.CacheSmallInMemory, repository);
        fileStores.open(exec);
        return exec;
    }

    /** Lets the model compute the outputs; called outside of the lock of the workflow. */
    boolean execute(final PortObject[] inputs) {
        setState(InternalNodeContainerState.EXECUTING);
        NodeContext.pushContext(this);
        getNodeTimer().startExec();
        var success = false;
        try {
            success = m_node.execute(inputs, ExecutionEnvironment.DEFAULT, createExecutionContext());
        } finally {
            getNodeTimer().endExec(success);
            if (m_node.getFileStoreHandler() instanceof IWriteFileStoreHandler fileStores) {
                fileStores.close();
            }
            NodeContext.removeLastContext();
        }
        return success;
    }

    void setExecuted() {
        setState(InternalNodeContainerState.EXECUTED);
    }

    /** Asks a running node to stop. */
    void cancel() {
        final var progress = m_progress;
        if (progress != null) {
            progress.setExecuteCanceled();
        }
    }

    /** Drops what the last execution left. */
    void reset() {
        inContext(m_node::reset);
        setState(InternalNodeContainerState.IDLE);
    }

    /** Ends the life of the node. */
    void dispose() {
        inContext(m_node::cleanup);
    }
}
