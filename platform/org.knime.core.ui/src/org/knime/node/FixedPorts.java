// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.PortsAdder;

/** Adds ports that are always there as groups of one port. */
record FixedPorts(DynamicPortsAdder groups) implements PortsAdder {
    @Override
    public PortsAdder addInputPort(final String name, final String description, final PortType type) {
        groups.addInputPortGroup(name, group -> group.name(name).description(description).fixed(type));
        return this;
    }

    @Override
    public PortsAdder addOutputPort(final String name, final String description, final PortType type) {
        groups.addOutputPortGroup(name, group -> group.name(name).description(description).fixed(type));
        return this;
    }
}
