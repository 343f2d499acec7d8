// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports.impl;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ExchangeablePortGroup;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;

/**
 * Port groups that can be changed; stored as one sub-settings per group. A group without stored settings keeps its
 * defaults.
 */
public final class DefaultModifiablePortsConfiguration extends DefaultPortsConfiguration
    implements ModifiablePortsConfiguration {

    /** @param groups the groups by name in their order; not copied */
    public DefaultModifiablePortsConfiguration(final Map<String, PortGroupConfiguration> groups) {
        super(groups);
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        final var copies = new LinkedHashMap<String, PortGroupConfiguration>();
        m_portGroups.forEach((name, group) -> copies.put(name, group.copy()));
        return new DefaultModifiablePortsConfiguration(copies);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        m_portGroups.forEach((name, group) -> group.saveSettingsTo(settings.addNodeSettings(name)));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var group : m_portGroups.entrySet()) {
            if (settings.containsKey(group.getKey())) {
                group.getValue().loadSettingsFrom(settings.getNodeSettings(group.getKey()));
            }
        }
    }

    @Override
    public Map<String, ExchangeablePortGroup> getExchangeablePorts() {
        return groups(ExchangeablePortGroup.class);
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        return groups(ExtendablePortGroup.class);
    }

    @Override
    public PortGroupConfiguration getGroup(final String name) {
        return m_portGroups.get(name);
    }

    private <G> Map<String, G> groups(final Class<G> type) {
        final var found = new LinkedHashMap<String, G>();
        m_portGroups.forEach((name, group) -> {
            if (type.isInstance(group)) {
                found.put(name, type.cast(group));
            }
        });
        return found;
    }
}
