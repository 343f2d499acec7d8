// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

/** The nodes of a workflow and their connections, without cycles. Nodes come in the order of their ids. */
final class WorkflowGraph {

    private final Map<NodeID, NativeNodeContainer> m_nodes = new TreeMap<>();

    private final Set<ConnectionContainer> m_connections = new LinkedHashSet<>();

    void add(final NativeNodeContainer node) {
        m_nodes.put(node.getID(), node);
    }

    NativeNodeContainer node(final NodeID id) {
        return m_nodes.get(id);
    }

    Collection<NativeNodeContainer> nodes() {
        return Collections.unmodifiableCollection(m_nodes.values());
    }

    Collection<ConnectionContainer> connections() {
        return Collections.unmodifiableCollection(m_connections);
    }

    /**
     * Adds a connection unless an end does not exist, the types do not fit, the input is taken or a cycle would arise.
     */
    boolean connect(final ConnectionContainer connection) {
        final var source = m_nodes.get(connection.getSource());
        final var dest = m_nodes.get(connection.getDest());
        final var outPort = connection.getSourcePort();
        final var inPort = connection.getDestPort();
        if (source == null || dest == null || outPort < 0 || outPort >= source.getNrOutPorts() || inPort < 0
            || inPort >= dest.getNrInPorts()
            || !fit(source.getOutputType(outPort), dest.getNode().getInputType(inPort))
            || incoming(dest, inPort) != null || source == dest || successors(dest).contains(source)) {
            return false;
        }
        return m_connections.add(connection);
    }

    /** The ports of a missing node have the most general type, which fits all others. */
    private static boolean fit(final PortType out, final PortType in) {
        return in.isSuperTypeOf(out) || out.getPortObjectClass() == PortObject.class;
    }

    ConnectionContainer incoming(final NativeNodeContainer node, final int port) {
        for (final var connection : m_connections) {
            if (connection.getDest().equals(node.getID()) && connection.getDestPort() == port) {
                return connection;
            }
        }
        return null;
    }

    /** Returns the node whose output enters an input, null if none does. */
    NativeNodeContainer source(final NativeNodeContainer node, final int port) {
        final var connection = incoming(node, port);
        return connection == null ? null : m_nodes.get(connection.getSource());
    }

    /** Returns all nodes so that sources come before what they feed; among equals the lowest id comes first. */
    List<NativeNodeContainer> inOrder() {
        final var ordered = new LinkedHashSet<NativeNodeContainer>();
        while (ordered.size() < m_nodes.size()) {
            ordered.add(m_nodes.values().stream()
                .filter(node -> !ordered.contains(node) && ordered.containsAll(sources(node))).findFirst()
                .orElseThrow());
        }
        return new ArrayList<>(ordered);
    }

    private List<NativeNodeContainer> sources(final NativeNodeContainer node) {
        return m_connections.stream().filter(connection -> connection.getDest().equals(node.getID()))
            .map(connection -> m_nodes.get(connection.getSource())).toList();
    }

    /** Returns the nodes that a node feeds, near or far. */
    Set<NativeNodeContainer> successors(final NativeNodeContainer node) {
        final var found = new LinkedHashSet<NativeNodeContainer>();
        final var open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            final var next = open.remove(open.size() - 1).getID();
            for (final var connection : m_connections) {
                final var fed = m_nodes.get(connection.getDest());
                if (connection.getSource().equals(next) && found.add(fed)) {
                    open.add(fed);
                }
            }
        }
        return found;
    }
}
