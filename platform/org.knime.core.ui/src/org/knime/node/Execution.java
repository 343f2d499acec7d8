// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** One execution of a standard model: what it sees and what it sets. */
final class Execution implements ExecuteInput, ExecuteOutput {
    private final CurrentParameters m_parameters;

    private final ExecutionContext m_context;

    private final PortObject[] m_in;

    private final PortType[] m_outTypes;

    private final PortObject[] m_out;

    private final Consumer<String> m_warning;

    private PortObject[] m_internal;

    Execution(final CurrentParameters parameters, final ExecutionContext context, final PortObject[] in,
        final PortType[] outTypes, final Consumer<String> warning) {
        m_parameters = parameters;
        m_context = context;
        m_in = in;
        m_outTypes = outTypes;
        m_out = new PortObject[outTypes.length];
        m_warning = warning;
    }

    PortObject[] out() {
        return m_out;
    }

    /** Null unless the model has set some. */
    PortObject[] internal() {
        return m_internal;
    }

    @Override
    public <S extends NodeParameters> S getParameters() {
        return m_parameters.get();
    }

    @Override
    public ExecutionContext getExecutionContext() {
        return m_context;
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_in.clone();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends PortObject> D getInPortObject(final int port) {
        return (D)m_in[port];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Stream.of(m_in).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int port) {
        return (BufferedDataTable)m_in[port];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes.clone();
    }

    @Override
    public <D extends PortObject> void setOutData(final int port, final D data) {
        m_out[port] = data;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setOutData(final D... data) {
        for (var i = 0; i < data.length; i++) {
            m_out[i] = data[i];
        }
    }

    @Override
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <D extends PortObject> void setInternalData(final D... data) {
        m_internal = data.clone();
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning.accept(message);
    }
}
