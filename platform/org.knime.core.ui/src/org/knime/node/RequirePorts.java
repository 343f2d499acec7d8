// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/**
 * The stage of a {@link DefaultNode} at which its ports are declared. The name of a port is also the id of its group.
 */
public interface RequirePorts {
    /**
     * @param ports adds ports that are always there
     * @return the next stage
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPorts(groups)));
    }

    /**
     * @param groups adds groups of ports, some of which the user may add, remove or exchange
     * @return the next stage
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> groups);

    /** Adds ports that are always there; names must be unique over inputs and outputs together. */
    interface PortsAdder {
        /**
         * @param name the visible name
         * @param description the explanation, an XML fragment
         * @param type the type
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType type);

        /**
         * @param name the visible name
         * @param description the explanation, an XML fragment
         * @param type the type
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType type);

        /**
         * @param name the visible name
         * @param description the explanation, an XML fragment
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * @param name the visible name
         * @param description the explanation, an XML fragment
         * @return this
         */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds groups of ports. */
    interface DynamicPortsAdder {
        /**
         * @param id the id, unique over inputs and outputs together
         * @param group declares the group
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);

        /**
         * @param id the id, unique over inputs and outputs together
         * @param group declares the group
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);
    }

    /** The stage at which a group gets its name. */
    interface RequirePortName {
        /**
         * @param name the visible name
         * @return the next stage
         */
        RequirePortDescription name(String name);
    }

    /** The stage at which a group gets its description. */
    interface RequirePortDescription {
        /**
         * @param description the explanation, an XML fragment
         * @return the next stage
         */
        RequireConfigurablePortMode description(String description);
    }

    /** The stage at which a group gets its kind. */
    interface RequireConfigurablePortMode {
        /**
         * @param type the type of the one port
         * @return a port that is always there
         */
        FinalConfigurablePort fixed(PortType type);

        /** @return a port that may be absent */
        RequireSupportedTypes<OptionalConfigurablePort> optional();

        /** @return any number of ports */
        RequireSupportedTypes<ExtendableConfigurablePort> extendable();

        /**
         * @param type the type of the port at first
         * @return a port that is always there, but whose type can be exchanged
         */
        RequireSupportedTypes<FinalConfigurablePort> exchangable(PortType type);
    }

    /**
     * The stage at which a group gets the types it supports.
     *
     * @param <T> the next stage
     */
    @FunctionalInterface
    interface RequireSupportedTypes<T> {
        /**
         * @param types the types a port may have
         * @return the next stage
         */
        T supportedTypes(PortType... types);
    }

    /** A declared group. */
    interface ConfigurablePort {
        /** A group that is declared completely. */
        final class FinalConfigurablePort implements ConfigurablePort {
            private final PortGroupMode m_mode;

            FinalConfigurablePort(final PortGroupMode mode) {
                m_mode = mode;
            }

            PortGroupMode mode() {
                return m_mode;
            }
        }

        /** A port that may be absent. */
        interface OptionalConfigurablePort extends ConfigurablePort {
            /**
             * @param type the type of the port that a new node has
             * @return the group
             */
            FinalConfigurablePort defaultPortType(PortType type);
        }

        /** Any number of ports. */
        interface ExtendableConfigurablePort extends ConfigurablePort {
            /**
             * @param types the types of the ports that are always there
             * @return this
             */
            ExtendableConfigurablePort fixedTypes(PortType... types);

            /**
             * @param types the types of the further ports that a new node has
             * @return this
             */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... types);
        }
    }
}
