// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Parameters that are refused when they have been guessed. */
final class StubbornParameters implements NodeParameters {
    boolean m_guessed;

    StubbornParameters() {
    }

    StubbornParameters(final NodeParametersInput input) {
        m_guessed = input.getInPortSpecs().length == 0;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_guessed) {
            Journal.write("refused");
            throw new InvalidSettingsException("asked to refuse");
        }
    }
}
