// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.Map;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.train.UpdaterSettings;
import org.frugalvision.engine.train.Updaters;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.run.MethodChosen;
import org.frugalvision.nodes.run.MethodSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Mirrors {@link UpdaterSettings}. */
@LoadDefaultsForAbsentFields
final class UpdaterParameters implements NodeParameters {

    /** The registered updaters. */
    static final class Methods extends MethodChoices {
        Methods() {
            super(Updaters::infos);
        }
    }

    /** Refers to the updater. */
    static final class UpdaterReference implements ParameterReference<String> {
    }

    /** Whether the method is chosen. */
    static final class IsNesterov extends MethodChosen {
        IsNesterov() {
            super(UpdaterReference.class, "nesterov");
        }
    }

    /** Whether the method is chosen. */
    static final class IsLars extends MethodChosen {
        IsLars() {
            super(UpdaterReference.class, "lars");
        }
    }

    /** Whether the method is chosen. */
    static final class IsLamb extends MethodChosen {
        IsLamb() {
            super(UpdaterReference.class, "lamb");
        }
    }

    /** Settings of LARS. */
    @LoadDefaultsForAbsentFields
    static final class LarsParameters implements NodeParameters {

        @Widget(title = "Momentum", description = "How much of the last step goes on; at least 0, less than 1.")
        @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
        double m_momentum = 0.9;

        @Widget(title = "Trust", description = """
                The length of a step relative to that of the weights of a layer; above 0, at most 1.
                """)
        @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
        double m_trust = 0.001;
    }

    /** Settings of LAMB. */
    @LoadDefaultsForAbsentFields
    static final class LambParameters implements NodeParameters {

        @Widget(title = "Correct means for their start at zero",
            description = "As Adam does it; common implementations of LAMB do not.")
        boolean m_biasCorrection;
    }

    @Widget(title = "Optimizer", description = """
            How the gradient of a batch changes the weights; the node description tells the optimizers apart.
            """)
    @ChoicesProvider(Methods.class)
    @ValueReference(UpdaterReference.class)
    String m_updater = UpdaterSettings.DEFAULT.updater().method();

    @Widget(title = "Momentum", description = "How much of the last step goes on; at least 0, less than 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    @Effect(predicate = IsNesterov.class, type = EffectType.SHOW)
    double m_momentum = 0.9;

    @Effect(predicate = IsLars.class, type = EffectType.SHOW)
    LarsParameters m_lars = new LarsParameters();

    @Effect(predicate = IsLamb.class, type = EffectType.SHOW)
    LambParameters m_lamb = new LambParameters();

    @Widget(title = "Weight decay (0 = none)", description = """
            Pulls all weights towards zero, against learning the training images by heart; 0.0005 is a usual value. With
            AdamW the pull is the same for all weights, with the others it is part of the gradient.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    @Layout(CnnLearnerNodeParameters.WeightSection.class)
    double m_weightDecay = UpdaterSettings.DEFAULT.weightDecay();

    @Widget(title = "Gradient clipping (0 = off)", description = """
            The greatest length of the gradient of a batch; longer ones are scaled down to it, so that one odd batch
            cannot throw the network off.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CnnLearnerNodeParameters.WeightSection.class)
    double m_clipNorm = UpdaterSettings.DEFAULT.clipNorm();

    /** The engine's settings; it refuses what cannot be trained with. */
    UpdaterSettings toSettings() {
        final Choice method = m_updater.equals("nesterov")
            ? new Choice(m_updater, Map.of("momentum", Double.toString(m_momentum)))
            : MethodSettings.of(this, m_updater);
        return new UpdaterSettings(method, m_weightDecay, m_clipNorm);
    }
}
