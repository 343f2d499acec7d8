// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.io.File;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.parameters.NodeParameters;

/** The node of a {@link RearrangeColumnsModel}; asks for the rearranger in configure and again for the real table. */
final class RearrangeColumnsNodeModel extends NodeModel {
    /** What the model sees. */
    private record Input(CurrentParameters parameters, DataTableSpec getDataTableSpec)
        implements RearrangeColumnsInput {
        @Override
        public <S extends NodeParameters> S getParameters() {
            return parameters.get();
        }
    }

    private final RearrangeColumnsModel m_model;

    private final PortsConfiguration m_ports;

    private final CurrentParameters m_parameters;

    RearrangeColumnsNodeModel(final RearrangeColumnsModel model, final PortsConfiguration ports) {
        super(ports.getInputPorts(), ports.getOutputPorts());
        m_model = model;
        m_ports = ports;
        m_parameters = new CurrentParameters(model.parametersClass());
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] specs) throws InvalidSettingsException {
        m_parameters.createIfAbsent(new CreationInput(m_ports, specs));
        return new DataTableSpec[]{m_model.rearranger(new Input(m_parameters, specs[0])).createSpec()};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] tables, final ExecutionContext context)
        throws InvalidSettingsException, CanceledExecutionException {
        final var rearranger = m_model.rearranger(new Input(m_parameters, tables[0].getDataTableSpec()));
        return new BufferedDataTable[]{context.createColumnRearrangeTable(tables[0], rearranger, context)};
    }

    @Override
    protected void reset() {
        // nothing is kept
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        m_parameters.save(settings);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_parameters.validate(settings);
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        m_parameters.load(settings);
    }

    @Override
    protected void loadInternals(final File directory, final ExecutionMonitor monitor) {
        // what such a node keeps are port objects, which are no business of its own
    }

    @Override
    protected void saveInternals(final File directory, final ExecutionMonitor monitor) {
        // see loadInternals
    }
}
