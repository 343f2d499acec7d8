// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import org.frugalvision.engine.train.StoppingSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
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

    /** Whether the training ends early. */
    static final class EarlyReference implements BooleanReference {
    }

    @Widget(title = "Early stopping", description = """
            Ends the training when the validation images show no improvement any more, and gives out the network of
            the best epoch. Needs a connected table of validation images.
            """)
    @ValueReference(EarlyReference.class)
    boolean m_early = StoppingSettings.DEFAULT.early();

    @Widget(title = "What must improve", description = "Which value of the validation images is watched.")
    @ValueSwitchWidget
    @Effect(predicate = EarlyReference.class, type = EffectType.SHOW)
    Metric m_metric = Metric.LOSS;

    @Widget(title = "Patience", description = "After how many epochs without improvement the training ends.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = EarlyReference.class, type = EffectType.SHOW)
    int m_patience = StoppingSettings.DEFAULT.patience();

    @Widget(title = "Smallest improvement", description = "An improvement must be greater than this to count.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = EarlyReference.class, type = EffectType.SHOW)
    double m_minDelta = StoppingSettings.DEFAULT.minDelta();

    @Widget(title = "Time budget", description = """
            After how many seconds the training ends, within one batch; 0 = no limit. The network then depends on the
            speed of the machine. With validation images, the network of the best epoch is given out.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_seconds = StoppingSettings.DEFAULT.seconds();

    @Widget(title = "Image budget", description = """
            After how many trained images the training ends, however many epochs that is; the last batch is cut to
            fit; 0 = no limit. Gives two trainings the same cost. With validation images, the network of the best
            epoch is given out.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    long m_images = StoppingSettings.DEFAULT.images();

    /** The engine's settings; it refuses what cannot be trained with. */
    StoppingSettings toSettings() {
        return new StoppingSettings(m_early, StoppingSettings.Metric.valueOf(m_metric.name()), m_patience, m_minDelta,
            m_seconds, m_images);
    }
}
