// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.WeightAverage;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link WeightAverage}. */
@LoadDefaultsForAbsentFields
final class WeightAverageParameters implements NodeParameters {

    @Widget(title = "Decay", description = """
            How much of the average stays at each update; at least 0, less than 1. 0.99 looks back about a hundred
            updates.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    double m_decay = WeightAverage.DEFAULT.decay();
}
