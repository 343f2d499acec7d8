// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.Map;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.Schedules;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.run.MethodChosen;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Mirrors {@link ScheduleSettings}. */
@LoadDefaultsForAbsentFields
final class ScheduleParameters implements NodeParameters {

    /** The registered schedules. */
    static final class Methods extends MethodChoices {
        Methods() {
            super(Schedules::infos);
        }
    }

    /** Refers to the schedule. */
    static final class ScheduleReference implements ParameterReference<String> {
    }

    /** Whether the method is chosen. */
    static final class IsStep extends MethodChosen {
        IsStep() {
            super(ScheduleReference.class, "step");
        }
    }

    /** Whether the method is chosen. */
    static final class IsCyclical extends MethodChosen {
        IsCyclical() {
            super(ScheduleReference.class, "cyclical");
        }
    }

    @Widget(title = "Schedule", description = """
            How the learning rate changes while the network is trained; the node description tells the schedules apart.
            """)
    @ChoicesProvider(Methods.class)
    @ValueReference(ScheduleReference.class)
    String m_schedule = ScheduleSettings.DEFAULT.schedule().method();

    @Widget(title = "Warm-up epochs (0 = none)", description = """
            In how many first epochs the learning rate rises from near zero; fractions are allowed.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToThousand.class)
    double m_warmUpEpochs = ScheduleSettings.DEFAULT.warmUpEpochs();

    @Widget(title = "Epochs per step", description = "After how many epochs the learning rate is lowered.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToTenThousand.class)
    @Effect(predicate = IsStep.class, type = EffectType.SHOW)
    int m_stepEpochs = 10;

    @Widget(title = "Factor per step", description = """
            By what the learning rate is multiplied at each step; greater than 0, at most 1.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Effect(predicate = IsStep.class, type = EffectType.SHOW)
    double m_stepFactor = 0.1;

    @Widget(title = "Lowest rate (share of the learning rate)", description = """
            Where a cycle begins and ends; above 0, at most 1. The learning rate is where it is half over.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Effect(predicate = IsCyclical.class, type = EffectType.SHOW)
    double m_lowestRate = 0.1;

    @Widget(title = "Epochs of half a cycle", description = """
            In how many epochs the learning rate rises, and falls again; above 0, at most 10,000, fractions are allowed.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTenThousand.class)
    @Effect(predicate = IsCyclical.class, type = EffectType.SHOW)
    double m_halfCycle = 2;

    /** The engine's settings; it refuses what cannot be trained with. */
    ScheduleSettings toSettings() {
        return new ScheduleSettings(new Choice(m_schedule, settings()), m_warmUpEpochs);
    }

    private Map<String, String> settings() {
        return switch (m_schedule) {
            case "step" -> Map.of("epochs", Integer.toString(m_stepEpochs), "factor", Double.toString(m_stepFactor));
            case "cyclical" ->
                Map.of("lowest", Double.toString(m_lowestRate), "halfCycle", Double.toString(m_halfCycle));
            default -> Map.of();
        };
    }
}
