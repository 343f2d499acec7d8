// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.RobustAccuracy;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of {@link RobustAccuracy}. */
@LoadDefaultsForAbsentFields
final class RobustAccuracyParameters implements NodeParameters {

    @Widget(title = "Largest change (epsilon)", description = """
            The most that the attack changes a value of an image, in the scale of pixels from 0 to 1; 0.016 is four
            gray values of 255.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_epsilon = RobustAccuracy.DEFAULT.epsilon();

    @Widget(title = "Steps of the attack", description = "Steps of projected gradient descent, at most 100.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToHundred.class)
    int m_steps = RobustAccuracy.DEFAULT.steps();

    @Widget(title = "Change by one step",
        description = "How far one step of projected gradient descent goes; at most 2.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTwo.class)
    double m_stepSize = RobustAccuracy.DEFAULT.stepSize();

    @Widget(title = "Images attacked (0 = all)", description = """
            At most so many validation images are attacked after each epoch, the first ones; without validation
            images, training images.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToMillion.class)
    int m_images = RobustAccuracy.DEFAULT.images();
}
