// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.AdversarialTraining;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of {@link AdversarialTraining}. */
@LoadDefaultsForAbsentFields
final class AdversarialTrainingParameters implements NodeParameters {

    @Widget(title = "Largest change (epsilon)", description = """
            The most that a value is changed, in the scale of pixels from 0 to 1; 4 gray values of 255 are 0.0157.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_epsilon = AdversarialTraining.DEFAULT.epsilon();

    @Widget(title = "Steps of the attack", description = "1 to 100; each costs a pass forward and one backward.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToHundred.class)
    int m_steps = AdversarialTraining.DEFAULT.steps();

    @Widget(title = "Change by one step", description = """
            In the scale of pixels; with one step 1.25 times the largest change, with more 2.5 times over their
            number.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTwo.class)
    double m_stepSize = AdversarialTraining.DEFAULT.stepSize();

    @Widget(title = "Start at a random place",
        description = "Starts the attack at a random place within the largest change.")
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    boolean m_randomStart = AdversarialTraining.DEFAULT.randomStart();

    @Widget(title = "Warm-up epochs of the attack (0 = none)",
        description = "In how many first epochs the largest change rises to its value.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToTenThousand.class)
    int m_warmUpEpochs = AdversarialTraining.DEFAULT.warmUpEpochs();
}
