// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** One text that tells a probe node what to do. */
@LoadDefaultsForAbsentFields
final class ProbeParameters implements NodeParameters {

    @Widget(title = "Text", description = "What to do.")
    String m_text = "";
}
