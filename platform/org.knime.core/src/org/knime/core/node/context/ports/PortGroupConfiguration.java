// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;
import org.knime.core.node.port.PortType;

/** Ports of one node that belong together. A group may define inputs, outputs or both. */
public interface PortGroupConfiguration extends DeepCopy<PortGroupConfiguration>, NodeSettingsPersistable {

    /** @return the input ports of this group, empty if it defines none */
    PortType[] getInputPorts();

    /** @return the output ports of this group, empty if it defines none */
    PortType[] getOutputPorts();

    /** @return whether this group is about inputs */
    boolean definesInputPorts();

    /** @return whether this group is about outputs */
    boolean definesOutputPorts();
}
