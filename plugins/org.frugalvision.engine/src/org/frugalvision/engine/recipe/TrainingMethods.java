// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.List;
import java.util.stream.Collectors;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Recipe;

/** All training methods, each with its defaults. */
public final class TrainingMethods {

    private static final Registry<TrainingMethodInfo, RegisteredMethod> REGISTRY =
        new Registry.Builder<TrainingMethodInfo, RegisteredMethod>("Method")
            .add(LabelSmoothing.INFO, () -> LabelSmoothing.DEFAULT)
            .add(Mixup.INFO, () -> Mixup.DEFAULT)
            .add(CutMix.INFO, () -> CutMix.DEFAULT)
            .add(ResizeMix.INFO, () -> ResizeMix.DEFAULT)
            .add(BackgroundSwap.INFO, () -> BackgroundSwap.DEFAULT)
            .add(RandomErasing.INFO, () -> RandomErasing.DEFAULT)
            .add(RunTimeAugmentation.INFO, () -> RunTimeAugmentation.DEFAULT)
            .add(BatchAugmentation.INFO, () -> BatchAugmentation.DEFAULT)
            .add(ResolutionSchedule.INFO, () -> ResolutionSchedule.DEFAULT)
            .add(DataSchedule.INFO, () -> DataSchedule.DEFAULT)
            .add(LayerFreezing.INFO, () -> LayerFreezing.DEFAULT)
            .add(ProgressiveDepth.INFO, () -> ProgressiveDepth.DEFAULT)
            .add(RhoLoss.INFO, () -> RhoLoss.DEFAULT)
            .add(LossAdaptedPlasticity.INFO, () -> LossAdaptedPlasticity.DEFAULT)
            .add(TwoPhaseTraining.INFO, () -> TwoPhaseTraining.DEFAULT)
            .add(ClassBalancedBatches.INFO, ClassBalancedBatches::new)
            .add(LogitAdjustment.INFO, () -> LogitAdjustment.DEFAULT)
            .add(LabelDistributionMargin.INFO, () -> LabelDistributionMargin.DEFAULT)
            .add(CosineLoss.INFO, () -> CosineLoss.DEFAULT)
            .add(FocalLoss.INFO, () -> FocalLoss.DEFAULT)
            .add(SigmoidLoss.INFO, SigmoidLoss::new)
            .add(AdversarialTraining.INFO, () -> AdversarialTraining.DEFAULT)
            .add(SharpnessAware.INFO, () -> SharpnessAware.DEFAULT)
            .add(WeightAverage.INFO, () -> WeightAverage.DEFAULT)
            .add(StochasticWeightAverage.INFO, () -> StochasticWeightAverage.DEFAULT)
            .add(EntropySgd.INFO, () -> EntropySgd.DEFAULT)
            .add(ReplicatedSgd.INFO, () -> ReplicatedSgd.DEFAULT)
            .add(ChannelSparsity.INFO, () -> ChannelSparsity.DEFAULT)
            .add(TrainingHistory.INFO, TrainingHistory::new)
            .add(RobustAccuracy.INFO, () -> RobustAccuracy.DEFAULT)
            .add(Flatness.INFO, () -> Flatness.DEFAULT)
            .build();

    private TrainingMethods() {
    }

    /** @return what all methods tell about themselves, in the order in which they are offered */
    public static List<TrainingMethodInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of a method
     * @return what it tells about itself
     * @throws SettingsException if there is no such method
     */
    public static TrainingMethodInfo info(final String id) {
        return REGISTRY.info(id);
    }

    /**
     * @param choice a method as data
     * @return the method
     * @throws SettingsException if the method or one of the settings is unknown, or a value is out of range
     */
    public static RegisteredMethod create(final Choice choice) {
        return REGISTRY.create(choice);
    }

    /**
     * @param choices what a training shall do, in this order
     * @return the methods
     * @throws SettingsException if a method or a setting is unknown, a value is out of range, or two methods claim the
     *             same decision
     */
    public static Recipe recipe(final List<Choice> choices) {
        return new Recipe(List.copyOf(choices.stream().map(TrainingMethods::create).toList()));
    }

    /**
     * @param choice a method as data, known or not
     * @return it in words: "Random erasing (fill mean, probability 0.5)"
     */
    public static String text(final Choice choice) {
        final String words = choice.settings().entrySet().stream()
            .map(setting -> setting.getKey() + " " + setting.getValue()).collect(Collectors.joining(", "));
        final String label = infos().stream().filter(info -> info.id().equals(choice.method()))
            .map(TrainingMethodInfo::label).findFirst().orElse(choice.method());
        return words.isEmpty() ? label : "%s (%s)".formatted(label, words);
    }
}
