// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.io.File;
import java.util.Optional;
import org.frugalvision.platform.report.ShowsPage;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;

/** The node of a {@link StandardModel}. */
final class StandardNodeModel extends NodeModel implements PortObjectHolder, ShowsPage {
    private final StandardModel m_model;

    private final PortsConfiguration m_ports;

    private final CurrentParameters m_parameters;

    private PortObject[] m_internal;

    private DefaultView m_view;

    StandardNodeModel(final StandardModel model, final PortsConfiguration ports) {
        super(ports.getInputPorts(), ports.getOutputPorts());
        m_model = model;
        m_ports = ports;
        m_parameters = new CurrentParameters(model.parametersClass());
    }

    /** What the node shows once it has run. */
    void show(final DefaultView view) {
        m_view = view;
    }

    @Override
    public Optional<String> pageOfView() {
        return m_view == null || m_internal == null ? Optional.empty() : Optional.of(m_view.opened(m_internal));
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] specs) throws InvalidSettingsException {
        m_parameters.createIfAbsent(new CreationInput(m_ports, specs));
        final var configuration =
            new Configuration(m_parameters, specs, m_ports.getOutputPorts(), this::setWarningMessage);
        m_model.configure(configuration, configuration);
        return configuration.out();
    }

    @Override
    protected PortObject[] execute(final PortObject[] objects, final ExecutionContext context)
        throws CanceledExecutionException, KNIMEException {
        final var execution =
            new Execution(m_parameters, context, objects, m_ports.getOutputPorts(), this::setWarningMessage);
        m_model.execute(execution, execution);
        m_internal = execution.internal();
        return execution.out();
    }

    @Override
    protected void reset() {
        m_internal = null;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internal;
    }

    @Override
    public void setInternalPortObjects(final PortObject[] objects) {
        m_internal = objects;
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
