// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.RegisteredMethod;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.run.MethodChosen;
import org.frugalvision.nodes.run.MethodSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the CNN Training Recipe: the method, and a group for each method that has settings. */
@LoadDefaultsForAbsentFields
final class CnnTrainingRecipeNodeParameters implements NodeParameters {

    /** The registered methods. */
    static final class Methods extends MethodChoices {
        Methods() {
            super(TrainingMethods::infos);
        }
    }

    /** What few change about a method. */
    @Section(title = "Further settings")
    @Advanced
    interface FurtherSection {
    }

    /** Refers to the method. */
    static final class MethodReference implements ParameterReference<String> {
    }

    @Widget(title = "Method", description = "What takes part in the training; the node description tells them apart.")
    @ChoicesProvider(Methods.class)
    @ValueReference(MethodReference.class)
    String m_method = "label-smoothing";

    /** Whether the method is chosen. */
    static final class IsLabelSmoothing extends MethodChosen {
        IsLabelSmoothing() {
            super(MethodReference.class, "label-smoothing");
        }
    }

    @Effect(predicate = IsLabelSmoothing.class, type = EffectType.SHOW)
    LabelSmoothingParameters m_labelSmoothing = new LabelSmoothingParameters();

    /** Whether the method is chosen. */
    static final class IsMixup extends MethodChosen {
        IsMixup() {
            super(MethodReference.class, "mixup");
        }
    }

    @Effect(predicate = IsMixup.class, type = EffectType.SHOW)
    MixupParameters m_mixup = new MixupParameters();

    /** Whether the method is chosen. */
    static final class IsCutMix extends MethodChosen {
        IsCutMix() {
            super(MethodReference.class, "cutmix");
        }
    }

    @Effect(predicate = IsCutMix.class, type = EffectType.SHOW)
    CutMixParameters m_cutMix = new CutMixParameters();

    /** Whether the method is chosen. */
    static final class IsRandomErasing extends MethodChosen {
        IsRandomErasing() {
            super(MethodReference.class, "random-erasing");
        }
    }

    @Effect(predicate = IsRandomErasing.class, type = EffectType.SHOW)
    RandomErasingParameters m_randomErasing = new RandomErasingParameters();

    /** Whether the method is chosen. */
    static final class IsAugmentation extends MethodChosen {
        IsAugmentation() {
            super(MethodReference.class, "augmentation");
        }
    }

    @Effect(predicate = IsAugmentation.class, type = EffectType.SHOW)
    AugmentationParameters m_augmentation = new AugmentationParameters();

    /** Whether the method is chosen. */
    static final class IsBatchAugmentation extends MethodChosen {
        IsBatchAugmentation() {
            super(MethodReference.class, "batch-augmentation");
        }
    }

    @Effect(predicate = IsBatchAugmentation.class, type = EffectType.SHOW)
    BatchAugmentationParameters m_batchAugmentation = new BatchAugmentationParameters();

    /** Whether the method is chosen. */
    static final class IsResolutionSchedule extends MethodChosen {
        IsResolutionSchedule() {
            super(MethodReference.class, "resolution-schedule");
        }
    }

    @Effect(predicate = IsResolutionSchedule.class, type = EffectType.SHOW)
    ResolutionScheduleParameters m_resolutionSchedule = new ResolutionScheduleParameters();

    /** Whether the method is chosen. */
    static final class IsRhoLoss extends MethodChosen {
        IsRhoLoss() {
            super(MethodReference.class, "rho-loss");
        }
    }

    @Effect(predicate = IsRhoLoss.class, type = EffectType.SHOW)
    RhoLossParameters m_rhoLoss = new RhoLossParameters();

    /** Whether the method is chosen. */
    static final class IsLossAdaptedPlasticity extends MethodChosen {
        IsLossAdaptedPlasticity() {
            super(MethodReference.class, "lap");
        }
    }

    @Effect(predicate = IsLossAdaptedPlasticity.class, type = EffectType.SHOW)
    LossAdaptedPlasticityParameters m_lap = new LossAdaptedPlasticityParameters();

    /** Whether the method is chosen. */
    static final class IsTwoPhase extends MethodChosen {
        IsTwoPhase() {
            super(MethodReference.class, "two-phase");
        }
    }

    @Effect(predicate = IsTwoPhase.class, type = EffectType.SHOW)
    TwoPhaseParameters m_twoPhase = new TwoPhaseParameters();

    /** Whether the method is chosen. */
    static final class IsFocalLoss extends MethodChosen {
        IsFocalLoss() {
            super(MethodReference.class, "focal-loss");
        }
    }

    @Effect(predicate = IsFocalLoss.class, type = EffectType.SHOW)
    FocalLossParameters m_focalLoss = new FocalLossParameters();

    /** Whether the method is chosen. */
    static final class IsAdversarialTraining extends MethodChosen {
        IsAdversarialTraining() {
            super(MethodReference.class, "adversarial-training");
        }
    }

    @Effect(predicate = IsAdversarialTraining.class, type = EffectType.SHOW)
    AdversarialTrainingParameters m_adversarialTraining = new AdversarialTrainingParameters();

    /** Whether the method is chosen. */
    static final class IsSharpnessAware extends MethodChosen {
        IsSharpnessAware() {
            super(MethodReference.class, "sharpness-aware");
        }
    }

    @Effect(predicate = IsSharpnessAware.class, type = EffectType.SHOW)
    SharpnessAwareParameters m_sharpnessAware = new SharpnessAwareParameters();

    /** Whether the method is chosen. */
    static final class IsWeightAverage extends MethodChosen {
        IsWeightAverage() {
            super(MethodReference.class, "weight-average");
        }
    }

    @Effect(predicate = IsWeightAverage.class, type = EffectType.SHOW)
    WeightAverageParameters m_weightAverage = new WeightAverageParameters();

    /** Whether the method is chosen. */
    static final class IsChannelSparsity extends MethodChosen {
        IsChannelSparsity() {
            super(MethodReference.class, "channel-sparsity");
        }
    }

    @Effect(predicate = IsChannelSparsity.class, type = EffectType.SHOW)
    ChannelSparsityParameters m_channelSparsity = new ChannelSparsityParameters();

    @Effect(predicate = Chosen.ResizeMix.class, type = EffectType.SHOW)
    ResizeMixParameters m_resizeMix = new ResizeMixParameters();

    @Effect(predicate = Chosen.DataSchedule.class, type = EffectType.SHOW)
    DataScheduleParameters m_dataSchedule = new DataScheduleParameters();

    @Effect(predicate = Chosen.LayerFreezing.class, type = EffectType.SHOW)
    LayerFreezingParameters m_layerFreezing = new LayerFreezingParameters();

    @Effect(predicate = Chosen.ProgressiveDepth.class, type = EffectType.SHOW)
    ProgressiveDepthParameters m_progressiveDepth = new ProgressiveDepthParameters();

    @Effect(predicate = Chosen.LogitAdjustment.class, type = EffectType.SHOW)
    LogitAdjustmentParameters m_logitAdjustment = new LogitAdjustmentParameters();

    @Effect(predicate = Chosen.Ldam.class, type = EffectType.SHOW)
    LdamParameters m_ldam = new LdamParameters();

    @Effect(predicate = Chosen.CosineLoss.class, type = EffectType.SHOW)
    CosineLossParameters m_cosineLoss = new CosineLossParameters();

    @Effect(predicate = Chosen.Swa.class, type = EffectType.SHOW)
    SwaParameters m_swa = new SwaParameters();

    @Effect(predicate = Chosen.EntropySgd.class, type = EffectType.SHOW)
    EntropySgdParameters m_entropySgd = new EntropySgdParameters();

    @Effect(predicate = Chosen.ReplicatedSgd.class, type = EffectType.SHOW)
    ReplicatedSgdParameters m_replicatedSgd = new ReplicatedSgdParameters();

    @Effect(predicate = Chosen.RobustAccuracy.class, type = EffectType.SHOW)
    RobustAccuracyParameters m_robustAccuracy = new RobustAccuracyParameters();

    @Effect(predicate = Chosen.Flatness.class, type = EffectType.SHOW)
    FlatnessParameters m_flatness = new FlatnessParameters();

    @Effect(predicate = Chosen.BackgroundSwap.class, type = EffectType.SHOW)
    BackgroundSwapParameters m_backgroundSwap = new BackgroundSwapParameters();

    /** The method with its settings as data. */
    Choice toChoice() {
        return MethodSettings.of(this, m_method);
    }

    /** The method; the engine refuses what cannot be. */
    RegisteredMethod toMethod() {
        return TrainingMethods.create(toChoice());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toMethod);
    }
}
