// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node has a new message. */
public class NodeMessageEvent extends EventObject {

    private static final long serialVersionUID = 1;

    private final transient NodeMessage m_message;

    /** Of a node. */
    public NodeMessageEvent(final NodeID source, final NodeMessage message) {
        super(source);
        m_message = message;
    }

    /** Returns the message. */
    public NodeMessage getMessage() {
        return m_message;
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }
}
