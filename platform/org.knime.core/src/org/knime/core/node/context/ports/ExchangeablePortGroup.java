// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A single port whose type can be chosen. */
public interface ExchangeablePortGroup extends ConfigurablePortGroup {

    /** @param type the new type, one of the supported ones */
    void setSelectedPortType(PortType type);

    /** @return the chosen type */
    PortType getSelectedPortType();

    @Override
    default PortType[] getInputPorts() {
        return definesInputPorts() ? new PortType[]{getSelectedPortType()} : new PortType[0];
    }

    @Override
    default PortType[] getOutputPorts() {
        return definesOutputPorts() ? new PortType[]{getSelectedPortType()} : new PortType[0];
    }
}
