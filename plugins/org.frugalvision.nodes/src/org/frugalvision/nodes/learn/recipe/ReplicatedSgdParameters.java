// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.ReplicatedSgd;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of {@link ReplicatedSgd}. */
@LoadDefaultsForAbsentFields
final class ReplicatedSgdParameters implements NodeParameters {

    @Widget(title = "Replicas", description = """
            How many networks are trained, at most 64; 1 is an ordinary training, and the cost grows with them.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo64.class)
    int m_replicas = ReplicatedSgd.DEFAULT.replicas();

    @Widget(title = "Coupling at the start (0 = none)", description = """
            Which part of the way to their center the replicas go after an update, in the first epoch; at most 0.5.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToHalf.class)
    double m_coupling = ReplicatedSgd.DEFAULT.coupling();

    @Widget(title = "Growth of the coupling",
        description = "By what the coupling is multiplied over the training, up to a half; from 1 to 1,000,000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToMillion.class)
    double m_growth = ReplicatedSgd.DEFAULT.growth();
}
