// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import java.util.Map;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** A port configuration whose ports can be added, removed or exchanged. */
public interface ModifiablePortsConfiguration
    extends PortsConfiguration, DeepCopy<ModifiablePortsConfiguration>, NodeSettingsPersistable {

    /** @return the groups whose port type can be chosen, by name */
    Map<String, ExchangeablePortGroup> getExchangeablePorts();

    /** @return the groups to which ports can be added, by name */
    Map<String, ExtendablePortGroup> getExtendablePorts();

    /**
     * @param name the name of a group
     * @return the group, or {@code null} if there is none of this name
     */
    PortGroupConfiguration getGroup(String name);
}
