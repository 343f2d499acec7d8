// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.CutMix;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link CutMix}. */
@LoadDefaultsForAbsentFields
final class CutMixParameters implements NodeParameters {

    @Widget(title = "Probability", description = "Which share of the batches is mixed, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_probability = CutMix.DEFAULT.probability();

    @Widget(title = "Evenness of the parts (beta)", description = """
            How alike the sizes of the pasted parts are: 1 makes all shares of the area equally likely, more prefers
            halves, less prefers very small and very large parts; from 0.05 to 100.
            """)
    @NumberInputWidget(minValidation = Limits.FromTwentieth.class, maxValidation = Limits.UpToHundred.class)
    double m_beta = CutMix.DEFAULT.beta();
}
