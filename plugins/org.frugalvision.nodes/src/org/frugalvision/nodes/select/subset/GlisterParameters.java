// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of Glister. */
@LoadDefaultsForAbsentFields
final class GlisterParameters implements NodeParameters {

    @Widget(title = "Step (0 = none)", description = """
            How far the query images are thought to learn from each chosen image; 0 ranks by the first gradient alone.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToTen.class)
    double m_step = 0.1;
}
