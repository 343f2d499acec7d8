// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.LayerFreezing;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link LayerFreezing}. */
@LoadDefaultsForAbsentFields
final class LayerFreezingParameters implements NodeParameters {

    @Widget(title = "Share of the epochs before freezing (0 = none)",
        description = "In which share of the epochs all layers learn; from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_start = LayerFreezing.DEFAULT.start();

    @Widget(title = "Share of the layers frozen at the end", description = """
            Which share of the layers no longer learns in the last epoch; above 0, at most 1. The last layer always
            learns.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_level = LayerFreezing.DEFAULT.level();
}
