// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.LossAdaptedPlasticity;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link LossAdaptedPlasticity}. */
@LoadDefaultsForAbsentFields
final class LossAdaptedPlasticityParameters implements NodeParameters {

    @Widget(title = "Strength", description = "How strongly distrust slows learning down; above 0, at most 100.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToHundred.class)
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    double m_strength = LossAdaptedPlasticity.DEFAULT.strength();

    @Widget(title = "Rate of distrust", description = """
            How fast distrust grows into less learning; above 0, at most 1. For trainings with few batches per source
            raise it to 0.02.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_rate = LossAdaptedPlasticity.DEFAULT.rate();

    @Widget(title = "Strictness", description = """
            How many standard deviations above the losses of the others a source may lie, from 0 to 10.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToTen.class)
    double m_strictness = LossAdaptedPlasticity.DEFAULT.strictness();

    @Widget(title = "History", description = "How many losses of each source are remembered, 2 to 10,000.")
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = Limits.UpToTenThousand.class)
    int m_history = LossAdaptedPlasticity.DEFAULT.history();

    @Widget(title = "Updates of full trust (0 = none)",
        description = "In how many first updates all sources are trusted.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    int m_holdOff = LossAdaptedPlasticity.DEFAULT.holdOff();
}
