// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object of numbers that is stored as model content. */
public final class ProbeModel extends AbstractSimplePortObject {

    private double[] m_weights;

    private ProbeSpec m_spec;

    /** For loading. */
    public ProbeModel() {
    }

    ProbeModel(final ProbeSpec spec, final double... weights) {
        m_spec = spec;
        m_weights = weights;
    }

    double[] weights() {
        return m_weights;
    }

    @Override
    public String getSummary() {
        return m_weights.length + " weights";
    }

    @Override
    public ProbeSpec getSpec() {
        return m_spec;
    }

    @Override
    protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
        model.addDoubleArray("weights", m_weights);
    }

    @Override
    protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor exec)
        throws InvalidSettingsException {
        m_spec = (ProbeSpec)spec;
        m_weights = model.getDoubleArray("weights");
    }

    /** Stores the numbers. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<ProbeModel> {
    }
}
