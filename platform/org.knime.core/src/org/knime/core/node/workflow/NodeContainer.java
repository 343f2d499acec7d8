// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.NodeFactory.NodeType;

/** A node or a workflow, with its place in the tree, its state and its message. */
public abstract class NodeContainer {

    private final WorkflowManager m_parent;

    private final NodeID m_id;

    private final ReferencedFile m_directory;

    private final NodeTimer m_timer = new NodeTimer();

    private final List<NodeStateChangeListener> m_stateListeners = new CopyOnWriteArrayList<>();

    private final List<NodeProgressListener> m_progressListeners = new CopyOnWriteArrayList<>();

    private volatile NodeMessage m_message = NodeMessage.NONE;

    NodeContainer(final WorkflowManager parent, final NodeID id, final ReferencedFile directory) {
        m_parent = parent;
        m_id = id;
        m_directory = directory;
    }

    /** Returns the workflow that holds this, null for the root. */
    public final WorkflowManager getParent() {
        return m_parent;
    }

    /** Returns the place in the tree. */
    public final NodeID getID() {
        return m_id;
    }

    /** Returns the directory in which this is stored, null for the root. */
    public final ReferencedFile getNodeContainerDirectory() {
        return m_directory;
    }

    /** Returns the visible name. */
    public abstract String getName();

    /** Returns the kind of node. */
    public abstract NodeType getType();

    /** Returns the number of inputs with the flow variable port. */
    public abstract int getNrInPorts();

    /** Returns the number of outputs with the flow variable port. */
    public abstract int getNrOutPorts();

    /** Returns how far this is. */
    public NodeContainerState getNodeContainerState() {
        return state();
    }

    abstract InternalNodeContainerState state();

    /** Adds who wants to hear of changes of the state; false if it is there already. */
    public final boolean addNodeStateChangeListener(final NodeStateChangeListener listener) {
        return !m_stateListeners.contains(listener) && m_stateListeners.add(listener);
    }

    final void tellState() {
        m_stateListeners.forEach(listener -> listener.stateChanged(new NodeStateEvent(m_id)));
    }

    /** Adds who wants to hear of the progress; false if it is there already. */
    public final boolean addProgressListener(final NodeProgressListener listener) {
        return !m_progressListeners.contains(listener) && m_progressListeners.add(listener);
    }

    final void tellProgress(final NodeProgress progress) {
        m_progressListeners.forEach(listener -> listener.progressChanged(new NodeProgressEvent(m_id, progress)));
    }

    /** Returns name and number. */
    public final String getNameWithID() {
        return getName() + " " + m_id.getIDWithoutRoot();
    }

    /** Returns the last error or warning. */
    public final NodeMessage getNodeMessage() {
        return m_message;
    }

    /** Sets the last error or warning. */
    public final void setNodeMessage(final NodeMessage message) {
        m_message = message == null ? NodeMessage.NONE : message;
    }

    /** Returns how long this has run. */
    public NodeTimer getNodeTimer() {
        return m_timer;
    }

    @Override
    public String toString() {
        return getNameWithID() + " (" + state() + ")";
    }
}
