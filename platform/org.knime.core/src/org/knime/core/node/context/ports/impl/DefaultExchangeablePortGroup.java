// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports.impl;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ExchangeablePortGroup;
import org.knime.core.node.port.PortType;

/** A single port with a chosen type. */
public final class DefaultExchangeablePortGroup implements ExchangeablePortGroup {

    private final PortType[] m_supported;

    private final boolean m_in;

    private final boolean m_out;

    private PortType m_selected;

    /**
     * @param selected the type at first
     * @param supported the types that may be chosen
     * @param in whether it is an input
     * @param out whether it is an output
     */
    public DefaultExchangeablePortGroup(final PortType selected, final PortType[] supported, final boolean in,
        final boolean out) {
        m_selected = selected;
        m_supported = supported.clone();
        m_in = in;
        m_out = out;
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return m_supported.clone();
    }

    @Override
    public void setSelectedPortType(final PortType type) {
        m_selected = StoredPortTypes.supported(type, m_supported);
    }

    @Override
    public PortType getSelectedPortType() {
        return m_selected;
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
    public DefaultExchangeablePortGroup copy() {
        return new DefaultExchangeablePortGroup(m_selected, m_supported, m_in, m_out);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        StoredPortTypes.save(settings, m_selected);
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var type : StoredPortTypes.load(settings)) {
            setSelectedPortType(type);
        }
    }
}
