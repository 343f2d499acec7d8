// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports.impl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;

/** Port groups in their order. */
class DefaultPortsConfiguration implements PortsConfiguration {

    protected final Map<String, PortGroupConfiguration> m_portGroups;

    protected DefaultPortsConfiguration(final Map<String, PortGroupConfiguration> groups) {
        m_portGroups = groups;
    }

    @Override
    public PortType[] getInputPorts() {
        return m_portGroups.values().stream().flatMap(g -> Stream.of(g.getInputPorts())).toArray(PortType[]::new);
    }

    @Override
    public PortType[] getOutputPorts() {
        return m_portGroups.values().stream().flatMap(g -> Stream.of(g.getOutputPorts())).toArray(PortType[]::new);
    }

    @Override
    public List<String> getPortGroupNames() {
        return List.copyOf(m_portGroups.keySet());
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(PortGroupConfiguration::getInputPorts);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(PortGroupConfiguration::getOutputPorts);
    }

    private Map<String, int[]> locations(final Function<PortGroupConfiguration, PortType[]> ports) {
        final var locations = new LinkedHashMap<String, int[]>();
        var next = 0;
        for (final var group : m_portGroups.entrySet()) {
            final var indices = new int[ports.apply(group.getValue()).length];
            for (var i = 0; i < indices.length; i++) {
                indices[i] = next++;
            }
            if (indices.length > 0) {
                locations.put(group.getKey(), indices);
            }
        }
        return locations;
    }
}
