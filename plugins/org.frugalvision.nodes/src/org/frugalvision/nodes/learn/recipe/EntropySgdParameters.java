// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.EntropySgd;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link EntropySgd}. */
@LoadDefaultsForAbsentFields
final class EntropySgdParameters implements NodeParameters {

    @Widget(title = "Updates of a walk (0 = no walks)",
        description = "After how many updates the next walk starts; at most 1,000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToThousand.class)
    int m_steps = EntropySgd.DEFAULT.steps();

    @Widget(title = "Pull (gamma, 0 = none)",
        description = "How strongly a walk is pulled to where it started, in the first walk; at most 1,000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToThousand.class)
    double m_pull = EntropySgd.DEFAULT.pull();

    @Widget(title = "Growth of the pull (per walk, 0 = none)",
        description = "By which share the pull grows from walk to walk; from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    double m_growth = EntropySgd.DEFAULT.growth();

    @Widget(title = "Noise (0 = none)",
        description = "Standard deviation of the noise that is added to the gradient; at most 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    double m_noise = EntropySgd.DEFAULT.noise();

    @Widget(title = "Way to the mean",
        description = "How much of the way to the mean of a walk is gone after it; above 0, at most 1.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    double m_rate = EntropySgd.DEFAULT.rate();
}
