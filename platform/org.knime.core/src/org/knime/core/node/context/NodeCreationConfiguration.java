// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context;

import java.util.Optional;

import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;

/** What a node model is created from: for this runtime, the ports it shall have. */
public class NodeCreationConfiguration {

    private final ModifiablePortsConfiguration m_ports;

    /** @param ports the ports, or {@code null} if they cannot be chosen */
    protected NodeCreationConfiguration(final ModifiablePortsConfiguration ports) {
        m_ports = ports;
    }

    /** @return the ports of the node, empty if its factory does not configure them */
    public Optional<? extends PortsConfiguration> getPortConfig() {
        return Optional.ofNullable(m_ports);
    }

    /** @return the same ports, open for change */
    protected Optional<ModifiablePortsConfiguration> getModifiablePortConfig() {
        return Optional.ofNullable(m_ports);
    }
}
