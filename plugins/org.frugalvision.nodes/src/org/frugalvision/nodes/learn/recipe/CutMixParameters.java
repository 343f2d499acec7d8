// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.CutMix;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Mirrors {@link CutMix}. */
@LoadDefaultsForAbsentFields
final class CutMixParameters implements NodeParameters {

    /** Whether the method is chosen. */
    static final class IsChosen implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getString(MethodReference.class).isEqualTo("cutmix");
        }
    }

    @Widget(title = "Probability", description = "Which share of the batches is mixed, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    double m_probability = CutMix.DEFAULT.probability();

    @Widget(title = "Evenness of the parts", description = """
            How alike the sizes of the pasted parts are: 1 makes all shares of the area equally likely, more prefers
            halves, less prefers very small and very large parts; from 0.05 to 100.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    double m_beta = CutMix.DEFAULT.beta();

    /** The engine's settings; it refuses what cannot be. */
    CutMix toSettings() {
        return new CutMix(m_probability, m_beta);
    }
}
