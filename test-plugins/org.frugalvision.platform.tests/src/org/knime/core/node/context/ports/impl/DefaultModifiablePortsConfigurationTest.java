// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports.impl;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;

import org.junit.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;

public class DefaultModifiablePortsConfigurationTest {

    private static final PortType TABLE = BufferedDataTable.TYPE;

    private static final PortType IMAGE = ImagePortObject.TYPE;

    private static DefaultModifiablePortsConfiguration ports() {
        final var groups = new LinkedHashMap<String, PortGroupConfiguration>();
        groups.put("Images", new DefaultFixedPortGroup(new PortType[]{TABLE}, true, false));
        groups.put("Costs", new DefaultExtendablePortGroup(new PortType[0], new PortType[]{TABLE}, true, false, 1));
        groups.put("More", new DefaultExtendablePortGroup(new PortType[]{TABLE}, new PortType[]{IMAGE}, true, false));
        groups.put("Result", new DefaultExchangeablePortGroup(TABLE, new PortType[]{TABLE, IMAGE}, false, true));
        return new DefaultModifiablePortsConfiguration(groups);
    }

    @Test
    public void portsOfAllGroupsStandInTheOrderOfTheGroups() {
        final var ports = ports();
        ports.getExtendablePorts().get("Costs").addPort(TABLE);
        ports.getExtendablePorts().get("More").addPort(IMAGE);

        assertArrayEquals(new PortType[]{TABLE, TABLE, TABLE, IMAGE}, ports.getInputPorts());
        assertArrayEquals(new PortType[]{TABLE}, ports.getOutputPorts());
        assertArrayEquals(new int[]{2, 3}, ports.getInputPortLocation().get("More"));
        assertEquals(List.of("Images", "Costs", "More", "Result"), ports.getPortGroupNames());
    }

    @Test
    public void chosenPortsComeBackFromTheirStoredForm() throws InvalidSettingsException {
        final var ports = ports();
        ports.getExtendablePorts().get("More").addPort(IMAGE);
        ports.getExchangeablePorts().get("Result").setSelectedPortType(IMAGE);
        final var settings = new NodeSettings("node_creation_config");
        ports.saveSettingsTo(settings);
        final var loaded = ports();

        loaded.loadSettingsFrom(settings);

        assertArrayEquals(ports.getInputPorts(), loaded.getInputPorts());
        assertArrayEquals(new PortType[]{IMAGE}, loaded.getOutputPorts());
        assertEquals(ImagePortObject.class.getName(),
            settings.getNodeSettings("More").getNodeSettings("port_0").getString("object_class"));
    }

    @Test
    public void missingAndUnknownGroupsDoNotMatter() throws InvalidSettingsException {
        final var settings = new NodeSettings("node_creation_config");
        settings.addNodeSettings("Renamed");
        final var ports = ports();

        ports.loadSettingsFrom(settings);

        assertArrayEquals(ports().getInputPorts(), ports.getInputPorts());
    }

    @Test
    public void aCopyIsIndependent() {
        final var ports = ports();
        ports.copy().getExtendablePorts().get("Costs").addPort(TABLE);

        assertEquals(2, ports.getInputPorts().length);
    }

    @Test
    public void refusesPortsThatAreTooManyOrOfAnotherType() {
        final var costs = ports().getExtendablePorts().get("Costs");
        costs.addPort(TABLE);

        assertEquals("At most 1 port(s) can be added.",
            assertThrows(IllegalArgumentException.class, () -> costs.addPort(TABLE)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> ports().getExtendablePorts().get("More").addPort(TABLE));
    }
}
