// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.LogitAdjustment;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link LogitAdjustment}. */
@LoadDefaultsForAbsentFields
final class LogitAdjustmentParameters implements NodeParameters {

    @Widget(title = "Strength of the adjustment (0 = none)", description = """
            How much of the share of each class is taken out; 1 makes all classes equally common, at most 10.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToTen.class)
    double m_strength = LogitAdjustment.DEFAULT.strength();
}
