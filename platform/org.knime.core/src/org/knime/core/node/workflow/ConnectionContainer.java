// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Objects;

/** A connection from an output to an input; port 0 is the flow variable port on both sides. Immutable. */
public class ConnectionContainer {

    private final NodeID m_source;

    private final int m_sourcePort;

    private final NodeID m_dest;

    private final int m_destPort;

    ConnectionContainer(final NodeID source, final int sourcePort, final NodeID dest, final int destPort) {
        m_source = source;
        m_sourcePort = sourcePort;
        m_dest = dest;
        m_destPort = destPort;
    }

    /** Returns the node that it leaves. */
    public NodeID getSource() {
        return m_source;
    }

    /** Returns the output that it leaves. */
    public int getSourcePort() {
        return m_sourcePort;
    }

    /** Returns the node that it enters. */
    public NodeID getDest() {
        return m_dest;
    }

    /** Returns the input that it enters. */
    public int getDestPort() {
        return m_destPort;
    }

    /** Whether it carries variables only. */
    public boolean isFlowVariablePortConnection() {
        return m_sourcePort == 0 && m_destPort == 0;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ConnectionContainer that && m_source.equals(that.m_source)
            && m_sourcePort == that.m_sourcePort && m_dest.equals(that.m_dest) && m_destPort == that.m_destPort;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_source, m_sourcePort, m_dest, m_destPort);
    }

    @Override
    public String toString() {
        return "[%d(%d) -> %d( %d)]".formatted(m_source.getIndex(), m_sourcePort, m_dest.getIndex(), m_destPort);
    }
}
