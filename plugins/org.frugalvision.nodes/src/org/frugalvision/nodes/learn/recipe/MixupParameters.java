// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.Mixup;
import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeParameters.MethodReference;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Mirrors {@link Mixup}. */
@LoadDefaultsForAbsentFields
final class MixupParameters implements NodeParameters {

    /** Whether the method is chosen. */
    static final class IsChosen implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getString(MethodReference.class).isEqualTo("mixup");
        }
    }

    @Widget(title = "Evenness of the mix", description = """
            How evenly two images are mixed: 0.2 leaves most batches nearly as they are, 1 makes all shares equally
            likely, more prefers halves; from 0.05 to 100.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    double m_alpha = Mixup.DEFAULT.alpha();

    /** The engine's settings; it refuses what cannot be. */
    Mixup toSettings() {
        return new Mixup(m_alpha);
    }
}
