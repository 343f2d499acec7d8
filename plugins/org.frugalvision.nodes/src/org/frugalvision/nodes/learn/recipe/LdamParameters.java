// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.LabelDistributionMargin;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link LabelDistributionMargin}. */
@LoadDefaultsForAbsentFields
final class LdamParameters implements NodeParameters {

    @Widget(title = "Margin of the rarest class (0 = none)", description = """
            By how much the score of the rarest class must win; other classes have less, in proportion to the fourth
            root of their size. At most 100.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToHundred.class)
    double m_margin = LabelDistributionMargin.DEFAULT.margin();

    @Widget(title = "Share without weights (0 = none, 1 = all)",
        description = "After so many of the epochs, images of rare classes count more; from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_deferral = LabelDistributionMargin.DEFAULT.deferral();
}
