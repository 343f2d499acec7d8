// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.Fill;
import org.frugalvision.engine.recipe.RandomErasing;
import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeParameters.MethodReference;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Mirrors {@link RandomErasing}. */
@LoadDefaultsForAbsentFields
final class RandomErasingParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum AspectDraw {
            @Label(value = "Linear", description = "Every aspect is equally likely, so more rectangles are upright.")
            LINEAR, //
            @Label(value = "Logarithmic", description = "Upright and lying rectangles are equally likely.")
            LOGARITHMIC;
    }

    /** The choices of the engine, with what people read. */
    enum Filling {
            @Label(value = "Noise", description = "A random value in every pixel.")
            NOISE, //
            @Label(value = "Mean", description = "The mean colour of the image.")
            MEAN, //
            @Label(value = "Black", description = "Zeros.")
            BLACK, //
            @Label(value = "White", description = "The largest value.")
            WHITE;
    }

    /** Whether the method is chosen. */
    static final class IsChosen implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getString(MethodReference.class).isEqualTo("random-erasing");
        }
    }

    @Widget(title = "Probability", description = "Which share of the images is covered, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    double m_probability = RandomErasing.DEFAULT.probability();

    @Widget(title = "Smallest area", description = "The least share of the image that is covered, above 0.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    double m_smallest = RandomErasing.DEFAULT.smallest();

    @Widget(title = "Largest area", description = "The greatest share of the image that is covered, at most 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    double m_largest = RandomErasing.DEFAULT.largest();

    @Widget(title = "Smallest aspect", description = """
            The least height of a rectangle over its width, above 0, at most 1; the greatest is one over this.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    @Advanced
    double m_aspect = RandomErasing.DEFAULT.aspect();

    @Widget(title = "Draw of the aspect", description = "How the aspect is drawn from its range.")
    @ValueSwitchWidget
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    @Advanced
    AspectDraw m_draw = AspectDraw.LINEAR;

    @Widget(title = "Filling", description = "What a rectangle shows.")
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    Filling m_fill = Filling.NOISE;

    /** The engine's settings; it refuses what cannot be. */
    RandomErasing toSettings() {
        return new RandomErasing(m_probability, m_smallest, m_largest, m_aspect,
            RandomErasing.Draw.valueOf(m_draw.name()), Fill.valueOf(m_fill.name()));
    }
}
