// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node is further than before, or does something else. */
public class NodeProgressEvent extends EventObject {

    private static final long serialVersionUID = 1;

    private final transient NodeProgress m_progress;

    /** With the node and its progress. */
    public NodeProgressEvent(final NodeID source, final NodeProgress progress) {
        super(source);
        m_progress = progress;
    }

    /** Returns how far the node is. */
    public NodeProgress getNodeProgress() {
        return m_progress;
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }
}
