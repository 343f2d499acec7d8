// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** What a modern probe is called and does. */
@LoadDefaultsForAbsentFields
final class ModernProbeParameters implements NodeParameters {
    String m_name = "node";

    String m_configure = "succeed";

    String m_execute = "succeed";

    int m_number = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_number < 0) {
            throw new InvalidSettingsException("number must not be negative");
        }
        if (m_number == 666) {
            throw new IllegalStateException("number is beyond good and evil");
        }
    }
}
