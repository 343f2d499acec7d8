// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports.impl;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.port.PortType;

/**
 * Fixed ports and up to a maximum of added ones. An optional port is a group of no fixed and at most one added port.
 */
public final class DefaultExtendablePortGroup implements ExtendablePortGroup {

    private final PortType[] m_fixed;

    private final PortType[] m_supported;

    private final boolean m_in;

    private final boolean m_out;

    private final int m_maximum;

    private final List<PortType> m_added = new ArrayList<>();

    /**
     * @param fixed the ports that are always there
     * @param supported the types that may be added
     * @param in whether they are inputs
     * @param out whether they are outputs
     */
    public DefaultExtendablePortGroup(final PortType[] fixed, final PortType[] supported, final boolean in,
        final boolean out) {
        this(fixed, supported, in, out, Integer.MAX_VALUE);
    }

    /**
     * @param fixed the ports that are always there
     * @param supported the types that may be added
     * @param in whether they are inputs
     * @param out whether they are outputs
     * @param maximum how many may be added at most
     */
    public DefaultExtendablePortGroup(final PortType[] fixed, final PortType[] supported, final boolean in,
        final boolean out, final int maximum) {
        m_fixed = fixed.clone();
        m_supported = supported.clone();
        m_in = in;
        m_out = out;
        m_maximum = maximum;
    }

    @Override
    public PortType[] getFixedPorts() {
        return m_fixed.clone();
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return m_added.toArray(PortType[]::new);
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return m_supported.clone();
    }

    @Override
    public boolean canAddPort() {
        return m_added.size() < m_maximum;
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !m_added.isEmpty();
    }

    @Override
    public void addPort(final PortType type) {
        if (!canAddPort()) {
            throw new IllegalArgumentException("At most " + m_maximum + " port(s) can be added.");
        }
        m_added.add(StoredPortTypes.supported(type, m_supported));
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
    public DefaultExtendablePortGroup copy() {
        final var copy = new DefaultExtendablePortGroup(m_fixed, m_supported, m_in, m_out, m_maximum);
        copy.m_added.addAll(m_added);
        return copy;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        StoredPortTypes.save(settings, getConfiguredPorts());
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_added.clear();
        for (final var type : StoredPortTypes.load(settings)) {
            addPort(type);
        }
    }
}
