// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of PT4AL, first round. */
@LoadDefaultsForAbsentFields
final class Pt4alStartParameters implements NodeParameters {

    @Widget(title = "Rounds", description = """
            How many rounds there will be; the first one chooses from the hardest images.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToThousand.class)
    int m_cycles = 10;
}
