// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.FocalLoss;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link FocalLoss}. */
@LoadDefaultsForAbsentFields
final class FocalLossParameters implements NodeParameters {

    @Widget(title = "Focus (gamma, 0 = cross-entropy)", description = """
            How much less images count of which the network is already sure; at most 10.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToTen.class)
    double m_gamma = FocalLoss.DEFAULT.gamma();
}
