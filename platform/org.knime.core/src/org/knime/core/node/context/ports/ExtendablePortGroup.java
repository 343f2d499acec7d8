// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import java.util.stream.Stream;

import org.knime.core.node.port.PortType;

/** Fixed ports followed by ports that a user may add. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {

    /** @return the ports that are always there */
    PortType[] getFixedPorts();

    /** @return the ports that were added */
    PortType[] getConfiguredPorts();

    /** @return whether one more port fits */
    boolean canAddPort();

    /** @return whether at least one port was added */
    boolean hasConfiguredPorts();

    /** @param type the type of the port to add at the end, one of the supported ones */
    void addPort(PortType type);

    @Override
    default PortType[] getInputPorts() {
        return definesInputPorts() ? Stream.of(getFixedPorts(), getConfiguredPorts()).flatMap(Stream::of)
            .toArray(PortType[]::new) : new PortType[0];
    }

    @Override
    default PortType[] getOutputPorts() {
        return definesOutputPorts() ? Stream.of(getFixedPorts(), getConfiguredPorts()).flatMap(Stream::of)
            .toArray(PortType[]::new) : new PortType[0];
    }
}
