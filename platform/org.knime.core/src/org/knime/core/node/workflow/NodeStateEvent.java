// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node is in another state than before. */
public class NodeStateEvent extends EventObject {

    private static final long serialVersionUID = 1;

    /** With the node. */
    public NodeStateEvent(final NodeID source) {
        super(source);
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }
}
