// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Something that travels along the connections beside the data. */
abstract class FlowObject {

    private NodeID m_owner;

    /** Returns the node that made it, null if the workflow did. */
    public final NodeID getOwner() {
        return m_owner;
    }

    /** Says which node made it. */
    protected final void setOwner(final NodeID owner) {
        m_owner = owner;
    }
}
