// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** A column that is guessed when the node sees its input for the first time. */
final class GuessedParameters implements NodeParameters {
    String m_column = "";

    boolean m_refused;

    GuessedParameters() {
        Journal.write("created without input");
    }

    GuessedParameters(final NodeParametersInput input) {
        Journal.write("located " + Paths.workflow());
        Journal.write("guess inputs " + input.getInPortTypes().length + " outputs " + input.getOutPortTypes().length);
        Journal.write("table " + (input.getInTable(0).isPresent() ? "present" : "absent"));
        m_column = input.getInTableSpec(0).map(spec -> spec.getColumnNames()[0]).orElse("none");
        m_refused = m_column.equals("refused");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Journal.write("validate " + m_column);
        if (m_refused) {
            throw new InvalidSettingsException("asked to refuse");
        }
    }
}
