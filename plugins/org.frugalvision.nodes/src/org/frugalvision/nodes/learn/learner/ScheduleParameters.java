// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.List;

import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.Schedules;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Mirrors {@link ScheduleSettings}. */
@LoadDefaultsForAbsentFields
final class ScheduleParameters implements NodeParameters {

    /** The ids of the registered schedules. */
    static final class Choices implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return Schedules.infos().stream().map(info -> info.id()).toList();
        }
    }

    /** Refers to the schedule. */
    static final class ScheduleReference implements ParameterReference<String> {
    }

    /** Whether the schedule goes down in steps. */
    static final class HasSteps implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getString(ScheduleReference.class).isEqualTo("step");
        }
    }

    @Widget(title = "Schedule", description = """
            How the learning rate changes while the network is trained; the node description tells the schedules apart.
            """)
    @ChoicesProvider(Choices.class)
    @ValueReference(ScheduleReference.class)
    String m_schedule = ScheduleSettings.DEFAULT.schedule();

    @Widget(title = "Warm-up epochs", description = """
            In how many first epochs the learning rate rises from near zero; fractions are allowed, 0 = none.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_warmUpEpochs = ScheduleSettings.DEFAULT.warmUpEpochs();

    @Widget(title = "Epochs per step", description = "After how many epochs the learning rate is lowered.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasSteps.class, type = EffectType.SHOW)
    int m_stepEpochs = ScheduleSettings.DEFAULT.stepEpochs();

    @Widget(title = "Factor per step", description = """
            By what the learning rate is multiplied at each step; greater than 0, at most 1.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasSteps.class, type = EffectType.SHOW)
    double m_stepFactor = ScheduleSettings.DEFAULT.stepFactor();

    /** The engine's settings; it refuses what cannot be trained with. */
    ScheduleSettings toSettings() {
        return new ScheduleSettings(m_schedule, m_warmUpEpochs, m_stepEpochs, m_stepFactor);
    }
}
