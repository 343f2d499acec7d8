// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Stands for a node that this runtime cannot run; it can never be configured. */
final class MissingNodeModel extends NodeModel {

    private final String m_reason;

    MissingNodeModel(final PortType[] inputs, final PortType[] outputs, final String reason) {
        super(inputs, outputs);
        m_reason = reason;
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] specs) throws InvalidSettingsException {
        throw new InvalidSettingsException("Node can't be executed - " + m_reason);
    }

    @Override
    protected void loadInternals(final File directory, final ExecutionMonitor exec) {
        // never executed
    }

    @Override
    protected void saveInternals(final File directory, final ExecutionMonitor exec) {
        // never executed
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        // what is stored stays as it is
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) {
        // what is stored stays as it is
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        // what is stored stays as it is
    }

    @Override
    protected void reset() {
        // never executed
    }
}
