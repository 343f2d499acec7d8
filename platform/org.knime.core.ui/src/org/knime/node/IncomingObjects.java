// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContext;

/** What lies at the inputs of the node that is being configured. */
final class IncomingObjects {
    private IncomingObjects() {
    }

    /** One object per input without the flow variable port, null where the predecessor is not executed or absent. */
    static PortObject[] of(final int ports) {
        final var objects = new PortObject[ports];
        NodeContext.getContextOptional().map(NodeContext::getNodeContainer).ifPresent(node -> {
            for (final var connection : node.getParent().getConnectionContainers()) {
                if (connection.getDest().equals(node.getID()) && connection.getDestPort() > 0) {
                    final var source = (NativeNodeContainer)node.getParent().getNodeContainer(connection.getSource());
                    objects[connection.getDestPort() - 1] = source.getOutputObject(connection.getSourcePort());
                }
            }
        });
        return objects;
    }
}
