// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of PT4AL, later rounds. */
@LoadDefaultsForAbsentFields
final class Pt4alParameters implements NodeParameters {

    @Widget(title = "Rounds", description = """
            How many rounds there are.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToThousand.class)
    int m_cycles = 10;

    @Widget(title = "This round", description = """
            From 1, as the first round is another method; after the last one its batch is used on.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToThousand.class)
    int m_cycle = 1;
}
