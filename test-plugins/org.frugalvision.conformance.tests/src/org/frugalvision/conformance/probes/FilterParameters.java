// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Some columns. */
final class FilterParameters implements NodeParameters {
    ColumnFilter m_columns = new ColumnFilter();
}
