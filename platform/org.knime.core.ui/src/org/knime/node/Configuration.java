// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** One configure of a standard model: what it sees and what it sets. */
final class Configuration implements ConfigureInput, ConfigureOutput {
    private final CurrentParameters m_parameters;

    private final PortObjectSpec[] m_in;

    private final PortType[] m_outTypes;

    private final PortObjectSpec[] m_out;

    private final Consumer<String> m_warning;

    Configuration(final CurrentParameters parameters, final PortObjectSpec[] in, final PortType[] outTypes,
        final Consumer<String> warning) {
        m_parameters = parameters;
        m_in = in;
        m_outTypes = outTypes;
        m_out = new PortObjectSpec[outTypes.length];
        m_warning = warning;
    }

    PortObjectSpec[] out() {
        return m_out;
    }

    @Override
    public <S extends NodeParameters> S getParameters() {
        return m_parameters.get();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_in.clone();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> S getInPortSpec(final int port) {
        return (S)m_in[port];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Stream.of(m_in).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int port) {
        return (DataTableSpec)m_in[port];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes.clone();
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(final int port, final S spec) {
        m_out[port] = spec;
    }

    @Override
    @SafeVarargs
    public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        for (var i = 0; i < specs.length; i++) {
            m_out[i] = specs[i];
        }
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning.accept(message);
    }
}
