// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports.impl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** The stored form of chosen port types: {@code port_0 {object_class}}, {@code port_1}, ... */
final class StoredPortTypes {

    private static final String PORT = "port_";

    private static final String OBJECT_CLASS = "object_class";

    private StoredPortTypes() {
    }

    static void save(final NodeSettingsWO settings, final PortType... types) {
        for (var i = 0; i < types.length; i++) {
            settings.addNodeSettings(PORT + i).addString(OBJECT_CLASS, types[i].getPortObjectClass().getName());
        }
    }

    static List<PortType> load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var registry = PortTypeRegistry.getInstance();
        final var types = new ArrayList<PortType>();
        for (var i = 0; settings.containsKey(PORT + i); i++) {
            final var name = settings.getNodeSettings(PORT + i).getString(OBJECT_CLASS);
            types.add(registry.getObjectClass(name).map(registry::getPortType)
                .orElseThrow(() -> new InvalidSettingsException("Unknown port object class \"" + name + "\".")));
        }
        return types;
    }

    static PortType supported(final PortType type, final PortType[] supported) {
        if (!Arrays.asList(supported).contains(type)) {
            throw new IllegalArgumentException("The port type \"" + type.getName() + "\" is not supported here.");
        }
        return type;
    }
}
