// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.List;

import org.frugalvision.engine.train.UpdaterSettings;
import org.frugalvision.engine.train.Updaters;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Mirrors {@link UpdaterSettings}. */
@LoadDefaultsForAbsentFields
final class UpdaterParameters implements NodeParameters {

    /** The ids of the registered updaters. */
    static final class Choices implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return Updaters.infos().stream().map(info -> info.id()).toList();
        }
    }

    /** Refers to the updater. */
    static final class UpdaterReference implements ParameterReference<String> {
    }

    /** Whether the updater reads the momentum. */
    static final class HasMomentum implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getString(UpdaterReference.class).isEqualTo("nesterov");
        }
    }

    @Widget(title = "Updater", description = """
            How the gradient of a batch changes the weights; the node description tells the updaters apart.
            """)
    @ChoicesProvider(Choices.class)
    @ValueReference(UpdaterReference.class)
    String m_updater = UpdaterSettings.DEFAULT.updater();

    @Widget(title = "Momentum", description = "How much of the last step goes on; at least 0, less than 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasMomentum.class, type = EffectType.SHOW)
    double m_momentum = UpdaterSettings.DEFAULT.momentum();

    @Widget(title = "Weight decay", description = """
            Pulls all weights towards zero, against learning the training images by heart; 0 = none, 0.0005 is a usual
            value. With adamw the pull is the same for all weights, with the others it is part of the gradient.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_weightDecay = UpdaterSettings.DEFAULT.weightDecay();

    @Widget(title = "Largest gradient", description = """
            The greatest length of the gradient of a batch; longer ones are scaled down to it, so that one odd batch
            cannot throw the network off. 0 = no limit.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_clipNorm = UpdaterSettings.DEFAULT.clipNorm();

    /** The engine's settings; it refuses what cannot be trained with. */
    UpdaterSettings toSettings() {
        return new UpdaterSettings(m_updater, m_momentum, m_weightDecay, m_clipNorm);
    }
}
