// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/** Which ports a group has. */
@FunctionalInterface
interface PortGroupMode {
    /** Adds the group to the inputs or else the outputs of a node. */
    void addTo(PortsConfigurationBuilder ports, String id, boolean input);

    /** Whether the user may change the group. */
    default boolean isDynamic() {
        return true;
    }

    static PortGroupMode of(final ConfigurablePort group) {
        return group instanceof FinalConfigurablePort complete ? complete.mode() : (PortGroupMode)group;
    }

    /** One port that is always there. */
    record Fixed(PortType type) implements PortGroupMode {
        @Override
        public void addTo(final PortsConfigurationBuilder ports, final String id, final boolean input) {
            if (input) {
                ports.addFixedInputPortGroup(id, type);
            } else {
                ports.addFixedOutputPortGroup(id, type);
            }
        }

        @Override
        public boolean isDynamic() {
            return false;
        }
    }

    /** One port that is always there, of a type that can be exchanged. */
    record Exchangeable(PortType type, PortType... types) implements PortGroupMode {
        @Override
        public void addTo(final PortsConfigurationBuilder ports, final String id, final boolean input) {
            if (input) {
                ports.addExchangeableInputPortGroup(id, type, types);
            } else {
                ports.addExchangeableOutputPortGroup(id, type, types);
            }
        }
    }

    /** One port that may be absent. */
    record Absent(PortType... types) implements PortGroupMode, OptionalConfigurablePort {
        @Override
        public void addTo(final PortsConfigurationBuilder ports, final String id, final boolean input) {
            if (input) {
                ports.addOptionalInputPortGroup(id, types);
            } else {
                ports.addOptionalOutputPortGroup(id, types);
            }
        }

        @Override
        public FinalConfigurablePort defaultPortType(final PortType type) {
            return new FinalConfigurablePort((ports, id, input) -> {
                if (input) {
                    ports.addOptionalInputPortGroupWithDefault(id, type, types);
                } else {
                    ports.addOptionalOutputPortGroupWithDefault(id, type, types);
                }
            });
        }
    }

    /** Any number of ports. */
    record Extendable(PortType[] fixed, PortType[] preset, PortType... types)
        implements PortGroupMode, ExtendableConfigurablePort {
        @Override
        public void addTo(final PortsConfigurationBuilder ports, final String id, final boolean input) {
            if (input) {
                ports.addExtendableInputPortGroupWithDefault(id, fixed, preset, types);
            } else {
                ports.addExtendableOutputPortGroupWithDefault(id, fixed, preset, types);
            }
        }

        @Override
        public ExtendableConfigurablePort fixedTypes(final PortType... fixedTypes) {
            return new Extendable(fixedTypes, preset, types);
        }

        @Override
        public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... presetTypes) {
            return new Extendable(fixed, presetTypes, types);
        }
    }
}
