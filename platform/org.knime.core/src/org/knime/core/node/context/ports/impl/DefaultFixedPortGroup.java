// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports.impl;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** Ports that are always there. Nothing is stored for them. */
public final class DefaultFixedPortGroup implements PortGroupConfiguration {

    private final PortType[] m_ports;

    private final boolean m_in;

    private final boolean m_out;

    /**
     * @param ports the ports
     * @param in whether they are inputs
     * @param out whether they are outputs
     */
    public DefaultFixedPortGroup(final PortType[] ports, final boolean in, final boolean out) {
        m_ports = ports.clone();
        m_in = in;
        m_out = out;
    }

    @Override
    public PortType[] getInputPorts() {
        return m_in ? m_ports.clone() : new PortType[0];
    }

    @Override
    public PortType[] getOutputPorts() {
        return m_out ? m_ports.clone() : new PortType[0];
    }

    @Override
    public boolean definesInputPorts() {
        return m_in;
    }

    @Override
    public boolean definesOutputPorts() {
        return m_out;
    }

    @Override
    public DefaultFixedPortGroup copy() {
        return new DefaultFixedPortGroup(m_ports, m_in, m_out);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        // fixed by the factory
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) {
        // fixed by the factory
    }
}
