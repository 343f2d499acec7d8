// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of BatchBALD. */
@LoadDefaultsForAbsentFields
final class BatchBaldParameters implements NodeParameters {

    @Widget(title = "Images judged together", description = """
            After how many images the joint starts anew; 1 is BALD.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToHundred.class)
    int m_batch = 10;
}
