// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A port group that can be changed within a set of types. */
public interface ConfigurablePortGroup extends PortGroupConfiguration {

    /** @return the types its ports may have */
    PortType[] getSupportedPortTypes();
}
