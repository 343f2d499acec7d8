// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.LabelSmoothing;
import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeParameters.MethodReference;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Mirrors {@link LabelSmoothing}. */
@LoadDefaultsForAbsentFields
final class LabelSmoothingParameters implements NodeParameters {

    /** Whether the method is chosen. */
    static final class IsChosen implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getString(MethodReference.class).isEqualTo("label-smoothing");
        }
    }

    @Widget(title = "Smoothing", description = """
            The share of each label that is spread evenly over all classes; at least 0, less than 1.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    double m_smoothing = LabelSmoothing.DEFAULT.smoothing();

    /** The engine's settings; it refuses what cannot be. */
    LabelSmoothing toSettings() {
        return new LabelSmoothing(m_smoothing);
    }
}
