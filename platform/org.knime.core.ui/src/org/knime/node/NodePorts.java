// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortDescription;
import org.knime.node.RequirePorts.RequirePortName;

/** Gathers the declared ports of a node. */
final class NodePorts implements DynamicPortsAdder {
    /** One group. */
    record Group(String id, boolean input, String name, String description, PortGroupMode mode) {
    }

    /** Takes the texts of a group. */
    private static final class Texts implements RequirePortName, RequirePortDescription {
        private String m_name;

        private String m_description;

        @Override
        public RequirePortDescription name(final String name) {
            m_name = name;
            return this;
        }

        @Override
        public RequireConfigurablePortMode description(final String description) {
            m_description = description;
            return new PortGroupModes();
        }
    }

    private final List<Group> m_groups = new ArrayList<>();

    @Override
    public DynamicPortsAdder addInputPortGroup(final String id,
        final Function<RequirePortName, ConfigurablePort> group) {
        return add(id, true, group);
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(final String id,
        final Function<RequirePortName, ConfigurablePort> group) {
        return add(id, false, group);
    }

    private DynamicPortsAdder add(final String id, final boolean input,
        final Function<RequirePortName, ConfigurablePort> group) {
        final var texts = new Texts();
        final var mode = PortGroupMode.of(group.apply(texts));
        m_groups.add(new Group(id, input, texts.m_name, texts.m_description, mode));
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
