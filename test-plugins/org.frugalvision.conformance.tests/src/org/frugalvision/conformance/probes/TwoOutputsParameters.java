// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** How many rows the two tables have. */
final class TwoOutputsParameters implements NodeParameters {
    @Widget(title = "First", description = "The rows of the first table.")
    int m_first;

    @Widget(title = "Second", description = "The rows of the second table.")
    int m_second;
}
