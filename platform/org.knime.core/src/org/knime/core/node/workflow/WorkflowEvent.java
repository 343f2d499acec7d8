// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Something in a workflow comes or goes. Immutable. */
public class WorkflowEvent {

    /** What happens. */
    public enum Type {
        /** A node or workflow has come. */
        NODE_ADDED,
        /** A node or workflow goes. */
        NODE_REMOVED
    }

    private final Type m_type;

    private final NodeID m_id;

    private final Object m_oldValue;

    private final Object m_newValue;

    /** With what goes and what has come, either of which may be null. */
    public WorkflowEvent(final Type type, final NodeID id, final Object oldValue, final Object newValue) {
        m_type = type;
        m_id = id;
        m_oldValue = oldValue;
        m_newValue = newValue;
    }

    /** Returns what happens. */
    public Type getType() {
        return m_type;
    }

    /** Returns the place in the tree. */
    public NodeID getID() {
        return m_id;
    }

    /** Returns what goes. */
    public Object getOldValue() {
        return m_oldValue;
    }

    /** Returns what has come. */
    public Object getNewValue() {
        return m_newValue;
    }
}
