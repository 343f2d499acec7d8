// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.node.parameters.NodeParameters;

/** A model that configures and executes. */
final class StandardModel extends DefaultModel {
    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

    private final ExecuteConsumer m_execute;

    StandardModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure, final ExecuteConsumer execute) {
        super(parametersClass);
        m_configure = configure;
        m_execute = execute;
    }

    @Override
    NodeModel createNodeModel(final PortsConfiguration ports) {
        return new StandardNodeModel(this, ports);
    }

    void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        m_configure.accept(input, output);
    }

    void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        m_execute.accept(input, output);
    }
}
