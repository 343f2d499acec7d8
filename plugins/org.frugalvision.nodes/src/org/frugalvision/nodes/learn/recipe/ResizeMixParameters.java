// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.ResizeMix;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link ResizeMix}. */
@LoadDefaultsForAbsentFields
final class ResizeMixParameters implements NodeParameters {

    @Widget(title = "Probability", description = "Which share of the batches is mixed, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_probability = ResizeMix.DEFAULT.probability();

    @Widget(title = "Smallest scale",
        description = "How small the other image may become, as a share of its sides; from 0.05 to 1.")
    @NumberInputWidget(minValidation = Limits.FromTwentieth.class, maxValidation = Limits.UpToOne.class)
    double m_smallest = ResizeMix.DEFAULT.smallest();

    @Widget(title = "Largest scale",
        description = "How large the other image may stay; at least the smallest scale, at most 1.")
    @NumberInputWidget(minValidation = Limits.FromTwentieth.class, maxValidation = Limits.UpToOne.class)
    double m_largest = ResizeMix.DEFAULT.largest();
}
