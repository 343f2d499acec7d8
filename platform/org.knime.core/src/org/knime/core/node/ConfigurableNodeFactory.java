// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.context.ports.impl.DefaultExchangeablePortGroup;
import org.knime.core.node.context.ports.impl.DefaultExtendablePortGroup;
import org.knime.core.node.context.ports.impl.DefaultFixedPortGroup;
import org.knime.core.node.context.ports.impl.DefaultModifiablePortsConfiguration;
import org.knime.core.node.port.PortType;

/**
 * A factory whose nodes may have different ports.
 *
 * @param <T> the model
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    /** Reads the description at once. */
    protected ConfigurableNodeFactory() {
    }

    /** @param lazy whether {@link #init()} is left to the subclass or to the first use */
    protected ConfigurableNodeFactory(final boolean lazy) {
        super(lazy);
    }

    @Override
    public T createNodeModel() {
        return createNodeModel(createNodeCreationConfig());
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        return createNodeDialogPane(createNodeCreationConfig());
    }

    /** @return a fresh configuration with the ports that a new node has */
    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(
            createPortsConfigBuilder().map(PortsConfigurationBuilder::build).orElse(null));
    }

    /** @return whether a user may change the ports */
    public boolean isPortConfigurableViaMenu() {
        return true;
    }

    /** @return the port groups of a new node, empty if the model alone knows its ports */
    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration configuration);

    @Override
    protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration configuration);

    /** Gathers port groups. Names must be unique; the order of the calls is the order of the ports. */
    public static final class PortsConfigurationBuilder {

        private static final PortType[] NONE = {};

        private final Map<String, PortGroupConfiguration> m_groups = new LinkedHashMap<>();

        DefaultModifiablePortsConfiguration build() {
            final var copies = new LinkedHashMap<String, PortGroupConfiguration>();
            m_groups.forEach((name, group) -> copies.put(name, group.copy()));
            return new DefaultModifiablePortsConfiguration(copies);
        }

        private void add(final String name, final PortGroupConfiguration group) {
            if (name == null || name.isEmpty()) {
                throw new IllegalArgumentException("A port group needs a name.");
            }
            if (m_groups.putIfAbsent(name, group) != null) {
                throw new IllegalArgumentException("A port group with the given name already exists: " + name);
            }
        }

        private void addOptional(final String name, final boolean in, final PortType preset, final PortType... types) {
            final var group = new DefaultExtendablePortGroup(NONE, types, in, !in, 1);
            if (preset != null) {
                group.addPort(preset);
            }
            add(name, group);
        }

        private void addExtendable(final String name, final boolean in, final PortType[] fixed, final PortType[] preset,
            final PortType... types) {
            final var group = new DefaultExtendablePortGroup(fixed, types, in, !in);
            for (final var type : preset) {
                group.addPort(type);
            }
            add(name, group);
        }

        /**
         * @param name of the group
         * @param types of its inputs
         */
        public void addFixedInputPortGroup(final String name, final PortType... types) {
            add(name, new DefaultFixedPortGroup(types, true, false));
        }

        /**
         * @param name of the group
         * @param types of its outputs
         */
        public void addFixedOutputPortGroup(final String name, final PortType... types) {
            add(name, new DefaultFixedPortGroup(types, false, true));
        }

        /**
         * @param name of the group
         * @param types of its ports, each of which is an input and an output
         */
        public void addFixedPortGroup(final String name, final PortType... types) {
            add(name, new DefaultFixedPortGroup(types, true, true));
        }

        /**
         * @param name of the group
         * @param types that may be added as inputs
         */
        public void addExtendableInputPortGroup(final String name, final PortType... types) {
            addExtendable(name, true, NONE, NONE, types);
        }

        /**
         * @param name of the group
         * @param fixed inputs that are always there
         * @param types that may be added as inputs
         */
        public void addExtendableInputPortGroup(final String name, final PortType[] fixed, final PortType... types) {
            addExtendable(name, true, fixed, NONE, types);
        }

        /**
         * @param name of the group
         * @param fixed inputs that are always there
         * @param preset inputs that a new node has in addition
         * @param types that may be added as inputs
         */
        public void addExtendableInputPortGroupWithDefault(final String name, final PortType[] fixed,
            final PortType[] preset, final PortType... types) {
            addExtendable(name, true, fixed, preset, types);
        }

        /**
         * @param name of the group
         * @param types that may be added as outputs
         */
        public void addExtendableOutputPortGroup(final String name, final PortType... types) {
            addExtendable(name, false, NONE, NONE, types);
        }

        /**
         * @param name of the group
         * @param fixed outputs that are always there
         * @param types that may be added as outputs
         */
        public void addExtendableOutputPortGroup(final String name, final PortType[] fixed, final PortType... types) {
            addExtendable(name, false, fixed, NONE, types);
        }

        /**
         * @param name of the group
         * @param fixed outputs that are always there
         * @param preset outputs that a new node has in addition
         * @param types that may be added as outputs
         */
        public void addExtendableOutputPortGroupWithDefault(final String name, final PortType[] fixed,
            final PortType[] preset, final PortType... types) {
            addExtendable(name, false, fixed, preset, types);
        }

        /**
         * @param name of the group
         * @param types that the one input may have
         */
        public void addOptionalInputPortGroup(final String name, final PortType... types) {
            addOptional(name, true, null, types);
        }

        /**
         * @param name of the group
         * @param preset the type of the one input that a new node has
         * @param types that the one input may have
         */
        public void addOptionalInputPortGroupWithDefault(final String name, final PortType preset,
            final PortType... types) {
            addOptional(name, true, preset, types);
        }

        /**
         * @param name of the group
         * @param types that the one output may have
         */
        public void addOptionalOutputPortGroup(final String name, final PortType... types) {
            addOptional(name, false, null, types);
        }

        /**
         * @param name of the group
         * @param preset the type of the one output that a new node has
         * @param types that the one output may have
         */
        public void addOptionalOutputPortGroupWithDefault(final String name, final PortType preset,
            final PortType... types) {
            addOptional(name, false, preset, types);
        }

        /**
         * @param name of the group
         * @param preset the type of the input at first
         * @param types that it may have
         */
        public void addExchangeableInputPortGroup(final String name, final PortType preset, final PortType... types) {
            add(name, new DefaultExchangeablePortGroup(preset, types, true, false));
        }

        /**
         * @param name of the group
         * @param preset the type of the output at first
         * @param types that it may have
         */
        public void addExchangeableOutputPortGroup(final String name, final PortType preset, final PortType... types) {
            add(name, new DefaultExchangeablePortGroup(preset, types, false, true));
        }
    }
}
