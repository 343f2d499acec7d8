// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

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
        return new FinalConfigurablePort(new PortGroupMode.Fixed(type));
    }

    @Override
    public RequireSupportedTypes<OptionalConfigurablePort> optional() {
        return PortGroupMode.Absent::new;
    }

    @Override
    public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
        return types -> new PortGroupMode.Extendable(new PortType[0], new PortType[0], types);
    }

    @Override
    public RequireSupportedTypes<FinalConfigurablePort> exchangable(final PortType type) {
        return types -> new FinalConfigurablePort(new PortGroupMode.Exchangeable(type, types));
    }
}
