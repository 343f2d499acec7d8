// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Mirrors {@link StoppingSettings}. */
@LoadDefaultsForAbsentFields
final class StoppingParameters implements NodeParameters {

    /** The metrics of the engine, with what people read. */
    enum Metric {
            @Label(value = "Loss", description = "The mean loss of the validation images must fall.")
            LOSS, //
            @Label(value = "Accuracy", description = "The accuracy on the validation images must rise.")
            ACCURACY;
    }

    private static final int VALIDATION = 2;

    /** Whether the training ends early. */
    static final class EarlyReference implements BooleanReference {
    }

    /** Whether there are validation images, or the training shall end early, which needs them. */
    static final class Validated implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getConstant(input -> input.getInPortSpec(VALIDATION).isPresent())
                .or(initializer.getBoolean(EarlyReference.class).isTrue());
        }
    }

    @Widget(title = "Early stopping", description = """
            Ends the training when the validation images show no improvement any more, and gives out the network of
            the best epoch. Needs a connected table of validation images.
            """)
    @ValueReference(EarlyReference.class)
    @Effect(predicate = Validated.class, type = EffectType.SHOW)
    boolean m_early = StoppingSettings.DEFAULT.early();

    @Widget(title = "Watched metric", description = """
            Which value of the validation images makes an epoch the best one, and must improve for the training to go
            on.
            """)
    @ValueSwitchWidget
    @Effect(predicate = Validated.class, type = EffectType.SHOW)
    Metric m_metric = Metric.LOSS;

    @Widget(title = "Patience (epochs)", description = "After how many epochs without improvement the training ends.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToTenThousand.class)
    @Effect(predicate = EarlyReference.class, type = EffectType.SHOW)
    int m_patience = StoppingSettings.DEFAULT.patience();

    @Widget(title = "Smallest improvement", description = "An improvement must be greater than this to count.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = EarlyReference.class, type = EffectType.SHOW)
    double m_minDelta = StoppingSettings.DEFAULT.minDelta();

    @Widget(title = "Time limit (seconds, 0 = none)", description = """
            After how much time the training ends, within one batch. The network then depends on the speed of the
            machine. With validation images, the network of the best epoch is given out.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CnnLearnerNodeParameters.LimitSection.class)
    double m_seconds = StoppingSettings.DEFAULT.seconds();

    @Widget(title = "Image limit (0 = none)", description = """
            After how many trained images the training ends, however many epochs that is; the last batch is cut to
            fit. Gives two trainings the same cost. With validation images, the network of the best epoch is given
            out.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CnnLearnerNodeParameters.LimitSection.class)
    long m_images = StoppingSettings.DEFAULT.images();

    /** The engine's settings; it refuses what cannot be trained with. */
    StoppingSettings toSettings() {
        return new StoppingSettings(m_early, StoppingSettings.Metric.valueOf(m_metric.name()), m_patience, m_minDelta,
            m_seconds, m_images);
    }
}
