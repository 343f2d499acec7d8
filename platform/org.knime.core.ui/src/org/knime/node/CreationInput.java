// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What parameters see of their node when they are created in its first configure. */
record CreationInput(PortsConfiguration ports, PortObjectSpec[] specs) implements NodeParametersInput {
    @Override
    public PortType[] getInPortTypes() {
        return ports.getInputPorts();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return ports.getOutputPorts();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int port) {
        return Optional.ofNullable(specs[port]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Stream.of(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int port) {
        return getInPortSpec(port).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return IncomingObjects.of(specs.length);
    }

    @Override
    public Optional<PortObject> getInPortObject(final int port) {
        return Optional.ofNullable(getInPortObjects()[port]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Stream.of(getInPortObjects()).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int port) {
        return getInPortObject(port).map(BufferedDataTable.class::cast);
    }
}
