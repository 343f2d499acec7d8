// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.LabelSmoothing;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link LabelSmoothing}. */
@LoadDefaultsForAbsentFields
final class LabelSmoothingParameters implements NodeParameters {

    @Widget(title = "Smoothing (0 = none)", description = """
            The share of each label that is spread evenly over all classes; less than 1.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    double m_smoothing = LabelSmoothing.DEFAULT.smoothing();
}
