// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.StochasticWeightAverage;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link StochasticWeightAverage}. */
@LoadDefaultsForAbsentFields
final class SwaParameters implements NodeParameters {

    @Widget(title = "Share of the epochs before averaging (0 = none)",
        description = "How much of the training is over when averaging begins; at least 0, less than 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    double m_start = StochasticWeightAverage.DEFAULT.start();
}
