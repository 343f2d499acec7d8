// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortType;

/** The ports of a node, gathered in named groups. */
public interface PortsConfiguration {

    /** @return the input ports of all groups in the order of the groups, without the flow variable port */
    PortType[] getInputPorts();

    /** @return the output ports of all groups in the order of the groups, without the flow variable port */
    PortType[] getOutputPorts();

    /** @return for every group with inputs the indices of its ports among all inputs */
    Map<String, int[]> getInputPortLocation();

    /** @return for every group with outputs the indices of its ports among all outputs */
    Map<String, int[]> getOutputPortLocation();

    /** @return the names of the groups in their order */
    List<String> getPortGroupNames();
}
