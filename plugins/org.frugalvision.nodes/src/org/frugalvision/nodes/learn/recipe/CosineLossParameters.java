// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.CosineLoss;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link CosineLoss}. */
@LoadDefaultsForAbsentFields
final class CosineLossParameters implements NodeParameters {

    @Widget(title = "Factor of cross-entropy (0 = none)", description = """
            How much cross-entropy counts beside the cosine; without it the classes are as right, but probabilities
            mean nothing. At most 100.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToHundred.class)
    double m_crossEntropy = CosineLoss.DEFAULT.crossEntropy();
}
