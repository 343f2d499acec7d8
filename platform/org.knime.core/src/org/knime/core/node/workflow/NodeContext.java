// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The node for which a thread works. */
public final class NodeContext {

    private static final ThreadLocal<Deque<NodeContext>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private final NodeContainer m_node;

    private NodeContext(final NodeContainer node) {
        m_node = node;
    }

    /** Returns the context of this thread, null if it works for no node. */
    public static NodeContext getContext() {
        return STACK.get().peek();
    }

    /** Returns the context of this thread. */
    public static Optional<NodeContext> getContextOptional() {
        return Optional.ofNullable(getContext());
    }

    /** This thread works for a node from now on. */
    public static void pushContext(final NodeContainer node) {
        pushContext(new NodeContext(node));
    }

    /** This thread works for the node of another thread from now on. */
    public static void pushContext(final NodeContext context) {
        STACK.get().push(context);
    }

    /** This thread works again for the node before the last one. */
    public static void removeLastContext() {
        final var stack = STACK.get();
        if (stack.isEmpty()) {
            throw new IllegalStateException("This thread works for no node.");
        }
        stack.pop();
        if (stack.isEmpty()) {
            STACK.remove();
        }
    }

    /** Returns the node. */
    public NodeContainer getNodeContainer() {
        return m_node;
    }

    /** Returns the workflow of the node. */
    public WorkflowManager getWorkflowManager() {
        return m_node instanceof WorkflowManager workflow ? workflow : m_node.getParent();
    }

    @Override
    public String toString() {
        return m_node.getNameWithID();
    }
}
