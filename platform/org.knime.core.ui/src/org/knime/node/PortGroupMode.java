// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;

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
}
