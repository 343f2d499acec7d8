// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.WorkflowPersistor.WorkflowLoadResult;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.knime.core.util.LockFailedException;

/**
 * A workflow: configures its nodes, executes them and stores them. Everything that changes a state holds one lock per
 * workflow. {@link #ROOT} holds the workflows that are open.
 */
public final class WorkflowManager extends NodeContainer {

    /** The parent of all workflows. */
    public static final WorkflowManager ROOT = new WorkflowManager(null, NodeID.ROOTID, null);

    private final Object m_lock = new Object();

    private final Map<NodeID, WorkflowManager> m_projects = new TreeMap<>();

    private final List<WorkflowListener> m_listeners = new CopyOnWriteArrayList<>();

    private final WorkflowGraph m_graph = new WorkflowGraph();

    private final Map<String, FlowVariable> m_variables = new LinkedHashMap<>();

    private final WorkflowDataRepository m_repository = new WorkflowDataRepository();

    private final OpenWorkflow m_open;

    private int m_lastProject;

    private volatile WorkflowExecution m_execution;

    private WorkflowManager(final WorkflowManager parent, final NodeID id, final OpenWorkflow open) {
        super(parent, id, open == null ? null : new ReferencedFile(open.directory()));
        m_open = open;
    }

    /** Opens the workflow in a directory and configures it. */
    public static WorkflowLoadResult loadProject(final File directory, final ExecutionMonitor exec,
        final WorkflowLoadHelper helper)
        throws IOException, InvalidSettingsException, UnsupportedWorkflowVersionException, LockFailedException {
        final var open = OpenWorkflow.open(directory);
        final var project = ROOT.addProject(open);
        try {
            final var result = new WorkflowLoader(project, open).load();
            ROOT.fire(WorkflowEvent.Type.NODE_ADDED, project);
            return result;
        } catch (InvalidSettingsException | UnsupportedWorkflowVersionException | RuntimeException e) {
            // whatever goes wrong, the directory is unlocked
            ROOT.removeProject(project.getID());
            throw e;
        }
    }

    private WorkflowManager addProject(final OpenWorkflow open) {
        synchronized (m_lock) {
            final var project = new WorkflowManager(this, getID().createChild(++m_lastProject), open);
            m_projects.put(project.getID(), project);
            return project;
        }
    }

    /** Closes a workflow: its nodes end their lives, its temporary files are deleted and its directory is unlocked. */
    public void removeProject(final NodeID id) {
        final WorkflowManager project;
        synchronized (m_lock) {
            project = m_projects.remove(id);
        }
        if (project == null) {
            throw new IllegalArgumentException("There is no workflow " + id + ".");
        }
        fire(WorkflowEvent.Type.NODE_REMOVED, project);
        try {
            synchronized (project.m_lock) {
                project.inReverseOrder().forEach(NativeNodeContainer::dispose);
            }
        } finally {
            project.m_open.close();
        }
    }

    private void fire(final WorkflowEvent.Type type, final WorkflowManager project) {
        final var added = type == WorkflowEvent.Type.NODE_ADDED;
        final var event = new WorkflowEvent(type, project.getID(), added ? null : project, added ? project : null);
        m_listeners.forEach(listener -> listener.workflowChanged(event));
    }

    /** Adds who wants to hear of what comes and goes. */
    public void addListener(final WorkflowListener listener) {
        m_listeners.add(listener);
    }

    /** Removes who does not want to hear of it any more. */
    public void removeListener(final WorkflowListener listener) {
        m_listeners.remove(listener);
    }

    WorkflowGraph graph() {
        return m_graph;
    }

    Object lock() {
        return m_lock;
    }

    /** Returns the name of the directory. */
    @Override
    public String getName() {
        return m_open == null ? "ROOT" : m_open.directory().getName();
    }

    @Override
    public NodeType getType() {
        return NodeType.Meta;
    }

    @Override
    public int getNrInPorts() {
        return 0;
    }

    @Override
    public int getNrOutPorts() {
        return 0;
    }

    /** Executed only if every node is; otherwise as far as the node that is least far. */
    @Override
    InternalNodeContainerState state() {
        synchronized (m_lock) {
            return nodes().stream().map(NativeNodeContainer::state).min(InternalNodeContainerState::compareTo)
                .orElse(InternalNodeContainerState.EXECUTED);
        }
    }

    /** Returns the surroundings of the workflow. */
    public WorkflowContextV2 getContextV2() {
        return m_open.context();
    }

    /** Returns where the workflow's tables and file stores are known. */
    public WorkflowDataRepository getWorkflowDataRepository() {
        return m_repository;
    }

    /** Returns the nodes in the order of their ids; of the root, the open workflows. */
    public Collection<NodeContainer> getNodeContainers() {
        synchronized (m_lock) {
            return List.copyOf(m_open == null ? m_projects.values() : nodes());
        }
    }

    Collection<NativeNodeContainer> nodes() {
        return m_graph.nodes();
    }

    private List<NativeNodeContainer> inReverseOrder() {
        final var nodes = m_graph.inOrder();
        Collections.reverse(nodes);
        return nodes;
    }

    /** Whether there is a node of an id. */
    public boolean containsNodeContainer(final NodeID id) {
        return m_graph.node(id) != null;
    }

    /** Returns the node of an id. */
    public NodeContainer getNodeContainer(final NodeID id) {
        return node(id);
    }

    private NativeNodeContainer node(final NodeID id) {
        final var node = m_graph.node(id);
        if (node == null) {
            throw new IllegalArgumentException("No node with id " + id + " in " + getName() + ".");
        }
        return node;
    }

    /** Returns the connections. */
    public Collection<ConnectionContainer> getConnectionContainers() {
        return m_graph.connections();
    }

    /** Returns the variables of the workflow. */
    public List<FlowVariable> getWorkflowVariables() {
        return List.copyOf(m_variables.values());
    }

    /**
     * Adds variables or replaces those of the same names; all nodes are reset and configured again unless that is
     * skipped.
     */
    public void addWorkflowVariables(final boolean skipReset, final FlowVariable... variables) {
        for (final var variable : variables) {
            m_variables.put(variable.getName(), variable);
        }
        if (!skipReset) {
            resetAndConfigureAll();
        }
    }

    /** Copies the settings of a node. */
    public void saveNodeSettings(final NodeID id, final NodeSettingsWO settings) throws InvalidSettingsException {
        final var node = node(id);
        node.settings().copyTo(settings);
        node.modelSettings().copyTo(settings.addNodeSettings(Node.CFG_MODEL));
    }

    /** Resets a node and those behind it, gives it new settings and configures them again. */
    public void loadNodeSettings(final NodeID id, final NodeSettingsRO settings) throws InvalidSettingsException {
        synchronized (m_lock) {
            final var node = node(id);
            final var affected = withSuccessors(node);
            reset(affected);
            try {
                final var model = settings.getNodeSettings(Node.CFG_MODEL);
                node.load(model);
                final var stored = new NodeSettings(Node.CFG_MODEL);
                model.copyTo(stored);
                node.settings().addNodeSettings(stored);
            } finally { // refused settings leave the node with those it had
                configure(affected);
            }
        }
    }

    /** Resets a node and those behind it and configures them again. */
    public void resetAndConfigureNode(final NodeID id) {
        synchronized (m_lock) {
            final var affected = withSuccessors(node(id));
            reset(affected);
            configure(affected);
        }
    }

    private Set<NativeNodeContainer> withSuccessors(final NativeNodeContainer node) {
        final var affected = m_graph.successors(node);
        affected.add(node);
        return affected;
    }

    private void reset(final Set<NativeNodeContainer> nodes) {
        inReverseOrder().stream().filter(nodes::contains).forEach(NativeNodeContainer::reset);
    }

    private void configure(final Set<NativeNodeContainer> nodes) {
        m_graph.inOrder().stream().filter(nodes::contains).forEach(this::configure);
    }

    /** Resets all nodes and configures them again. */
    public void resetAndConfigureAll() {
        synchronized (m_lock) {
            inReverseOrder().forEach(NativeNodeContainer::reset);
            configureAll();
        }
    }

    void configureAll() {
        m_graph.inOrder().forEach(this::configure);
    }

    void configureSuccessors(final NativeNodeContainer executed) {
        final var fed = m_graph.successors(executed);
        m_graph.inOrder().stream().filter(fed::contains)
            .filter(node -> !node.state().isExecutionInProgress() && !node.state().isExecuted())
            .forEach(this::configure);
    }

    /** Configures a node if all of its inputs are known. */
    void configure(final NativeNodeContainer node) {
        final var specs = new PortObjectSpec[node.getNrInPorts()];
        final var stack = new FlowObjectStack(node.getID());
        var known = true;
        for (var port = 0; port < specs.length; port++) {
            final var source = m_graph.source(node, port);
            if (source != null) {
                specs[port] = source.getOutputSpec(m_graph.incoming(node, port).getSourcePort());
                stack.append(source.getOutgoingFlowObjectStack());
                stack.append(source.getFlowObjectStack());
            }
            known &= source == null ? node.getNode().getInputType(port).isOptional() : specs[port] != null;
        }
        stack.append(workflowVariableStack());
        if (known) {
            node.configure(specs, stack);
        } else {
            node.setIdle(stack);
        }
    }

    private FlowObjectStack workflowVariableStack() {
        final var variables = new ArrayList<>(m_variables.values());
        variables.add(new FlowVariable("knime.workspace", KNIMEConstants.getKNIMEHomeDir()));
        return FlowObjectStack.createFromFlowVariableList(variables, getID());
    }

    boolean inputsAreExecuted(final NativeNodeContainer node) {
        for (var port = 0; port < node.getNrInPorts(); port++) {
            final var source = m_graph.source(node, port);
            if (source != null && !source.state().isExecuted()) {
                return false;
            }
        }
        return true;
    }

    PortObject[] inputs(final NativeNodeContainer node) {
        final var inputs = new PortObject[node.getNrInPorts()];
        for (var port = 0; port < inputs.length; port++) {
            final var source = m_graph.source(node, port);
            inputs[port] = source == null ? null
                : source.getOutputObject(m_graph.incoming(node, port).getSourcePort());
        }
        return inputs;
    }

    /** Executes what can be executed; true if that was everything. */
    public boolean executeAllAndWaitUntilDone() {
        try {
            return executeAllAndWaitUntilDoneInterruptibly();
        } catch (InterruptedException e) {
            cancelExecution();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Executes what can be executed; true if that was everything. */
    public boolean executeAllAndWaitUntilDoneInterruptibly() throws InterruptedException {
        m_execution = new WorkflowExecution(this, m_lock);
        m_execution.run();
        return state().isExecuted();
    }

    /** Stops the nodes that run and starts no more. */
    public void cancelExecution() {
        final var execution = m_execution;
        if (execution != null) {
            execution.cancel();
        }
    }

    /** Stores the workflow in its own directory or, with everything that lies in that, in another. */
    public void save(final File directory, final ExecutionMonitor exec, final boolean saveData) throws IOException {
        synchronized (m_lock) {
            new WorkflowWriter(this, m_open).save(directory);
        }
    }
}
