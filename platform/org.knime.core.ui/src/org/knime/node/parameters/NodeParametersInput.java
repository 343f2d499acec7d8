// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/**
 * What parameters see of their node when they are created with initial values; the flow variable port is not counted.
 */
public interface NodeParametersInput {
    /** @return the types of the input ports */
    PortType[] getInPortTypes();

    /** @return the specs at the input ports, null where there is none */
    PortObjectSpec[] getInPortSpecs();

    /**
     * @param port the index of an input port
     * @return its spec
     */
    Optional<PortObjectSpec> getInPortSpec(int port);

    /** @return the table specs at the input ports, null where there is none; every port must hold a table */
    DataTableSpec[] getInTableSpecs();

    /**
     * @param port the index of an input port that holds a table
     * @return its spec
     */
    Optional<DataTableSpec> getInTableSpec(int port);

    /** @return the objects at the input ports, null where the predecessor is not executed */
    PortObject[] getInPortObjects();

    /**
     * @param port the index of an input port
     * @return its object
     */
    Optional<PortObject> getInPortObject(int port);

    /**
     * @return the tables at the input ports, null where the predecessor is not executed; every port must hold a table
     */
    BufferedDataTable[] getInTables();

    /**
     * @param port the index of an input port that holds a table
     * @return its table
     */
    Optional<BufferedDataTable> getInTable(int port);

    /** @return the types of the output ports */
    PortType[] getOutPortTypes();
}
