// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of ProbCover. */
@LoadDefaultsForAbsentFields
final class ProbcoverParameters implements NodeParameters {

    @Widget(title = "Radius (0 = chosen)", description = """
            How near images must be to count as covered, between vectors of length 1. 0: the largest at which 95 % of
            images have only images of their own group within it.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToTwo.class)
    double m_ballRadius = 0;

    @Widget(title = "Groups", description = """
            How many groups the radius is chosen by, if it is; best the number of classes.
            """)
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = Limits.UpToThousand.class)
    int m_groups = 10;
}
