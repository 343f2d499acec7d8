// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.RandomErasing;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link RandomErasing}. */
@LoadDefaultsForAbsentFields
final class RandomErasingParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Draw {
            @Label(value = "Linear", description = "Every aspect is equally likely, so more rectangles are upright.")
            LINEAR, //
            @Label(value = "Logarithmic", description = "Upright and lying rectangles are equally likely.")
            LOGARITHMIC;
    }

    /** The choices of the engine, with what people read. */
    enum Filling {
            @Label(value = "Noise", description = "A random value in every pixel.")
            NOISE, //
            @Label(value = "Mean", description = "The mean color of the image.")
            MEAN, //
            @Label(value = "Black", description = "Zeros.")
            BLACK, //
            @Label(value = "White", description = "The largest value.")
            WHITE;
    }

    @Widget(title = "Probability", description = "Which share of the images is covered, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_probability = RandomErasing.DEFAULT.probability();

    @Widget(title = "Smallest area", description = "The least share of the image that is covered, above 0.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_smallest = RandomErasing.DEFAULT.smallest();

    @Widget(title = "Largest area", description = "The greatest share of the image that is covered, at most 1.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_largest = RandomErasing.DEFAULT.largest();

    @Widget(title = "Smallest aspect", description = """
            The least height of a rectangle over its width, above 0, at most 1; the greatest is one over this.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    double m_aspect = RandomErasing.DEFAULT.aspect();

    @Widget(title = "Aspect ratio sampling", description = "How the aspect is drawn from its range.")
    @ValueSwitchWidget
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    Draw m_draw = Draw.LINEAR;

    @Widget(title = "Fill with", description = "What a rectangle shows.")
    Filling m_fill = Filling.NOISE;
}
