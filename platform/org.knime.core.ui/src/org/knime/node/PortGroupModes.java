// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Offers the kinds of port groups. */
final class PortGroupModes implements RequireConfigurablePortMode {
    @Override
    public FinalConfigurablePort fixed(final PortType type) {
        return new FinalConfigurablePort(new Fixed(type));
    }

    @Override
    public RequireSupportedTypes<OptionalConfigurablePort> optional() {
        return Absent::new;
    }

    @Override
    public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
        return types -> new Extendable(new PortType[0], new PortType[0], types);
    }

    @Override
    public RequireSupportedTypes<FinalConfigurablePort> exchangable(final PortType type) {
        return types -> new FinalConfigurablePort(new Exchangeable(type, types));
    }

    /** One port that is always there. */
    private record Fixed(PortType type) implements PortGroupMode {
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
    private record Exchangeable(PortType type, PortType... types) implements PortGroupMode {
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
    private record Absent(PortType... types) implements PortGroupMode, OptionalConfigurablePort {
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
    private record Extendable(PortType[] fixed, PortType[] preset, PortType... types)
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
