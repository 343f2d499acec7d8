// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequirePortName;

/** Gathers the declared ports of a node. */
final class NodePorts implements DynamicPortsAdder {
    /** One group. */
    record Group(String id, boolean input, String name, String description, PortGroupMode mode) {
    }

    private final List<Group> m_groups = new ArrayList<>();

    @Override
    public DynamicPortsAdder addInputPortGroup(final String id, final Function<RequirePortName, ConfigurablePort> group) {
        return add(id, true, group);
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(final String id,
        final Function<RequirePortName, ConfigurablePort> group) {
        return add(id, false, group);
    }

    private DynamicPortsAdder add(final String id, final boolean input,
        final Function<RequirePortName, ConfigurablePort> group) {
        final var texts = new ArrayList<String>();
        final var port = group.apply(name -> {
            texts.add(name);
            return description -> {
                texts.add(description);
                return new PortGroupModes();
            };
        });
        m_groups.add(new Group(id, input, texts.get(0), texts.get(1), PortGroupMode.of(port)));
        return this;
    }

    List<Group> inputs() {
        return m_groups.stream().filter(Group::input).toList();
    }

    List<Group> outputs() {
        return m_groups.stream().filter(group -> !group.input()).toList();
    }

    PortsConfigurationBuilder builder() {
        final var builder = new PortsConfigurationBuilder();
        m_groups.forEach(group -> group.mode().addTo(builder, group.id(), group.input()));
        return builder;
    }
}
