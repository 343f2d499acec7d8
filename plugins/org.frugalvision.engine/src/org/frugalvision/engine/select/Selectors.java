// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All selection methods. */
public final class Selectors {

    private static final Registry<SelectorInfo, SubsetSelector> REGISTRY =
        new Registry.Builder<SelectorInfo, SubsetSelector>("Method")
            .add(RandomSelection.INFO, RandomSelection::new)
            .add(StratifiedRandomSelection.INFO, StratifiedRandomSelection::new)
            .add(Herding.INFO, Herding::new)
            .add(HerdingOnEmbeddings.INFO, HerdingOnEmbeddings::new)
            .add(KCenterGreedy.INFO, () -> KCenterGreedy.DEFAULT)
            .add(KCenterOnComponents.INFO, () -> KCenterOnComponents.DEFAULT)
            .add(FacilityLocation.INFO, FacilityLocation::new)
            .add(GraphCut.INFO, () -> GraphCut.DEFAULT)
            .add(LogDeterminant.INFO, LogDeterminant::new)
            .add(Disparity.INFO, () -> Disparity.DEFAULT)
            .add(MutualInformation.INFO, () -> MutualInformation.DEFAULT)
            .add(ConditionalGain.INFO, () -> ConditionalGain.DEFAULT)
            .add(ConditionalMutualInformation.INFO, () -> ConditionalMutualInformation.DEFAULT)
            .add(KMeansCentres.INFO, KMeansCentres::new)
            .add(TypiClust.INFO, TypiClust::new)
            .add(ProbCover.INFO, () -> ProbCover.DEFAULT)
            .add(DensityAwareCoreSet.INFO, DensityAwareCoreSet::new)
            .add(LeastConfidence.INFO, LeastConfidence::new)
            .add(Entropy.INFO, Entropy::new)
            .add(Margin.INFO, Margin::new)
            .add(VariationRatios.INFO, VariationRatios::new)
            .add(MeanStandardDeviation.INFO, MeanStandardDeviation::new)
            .add(Bald.INFO, Bald::new)
            .add(BatchBald.INFO, () -> BatchBald.DEFAULT)
            .add(CostEffective.INFO, () -> CostEffective.DEFAULT)
            .add(DeepFool.INFO, DeepFool::new)
            .add(BasicIterative.INFO, BasicIterative::new)
            .add(TemporalOutputDiscrepancy.INFO, TemporalOutputDiscrepancy::new)
            .add(PretextStart.INFO, () -> PretextStart.DEFAULT)
            .add(PretextRound.INFO, () -> PretextRound.DEFAULT)
            .add(ParetoOptimal.INFO, ParetoOptimal::new)
            .add(ContextualDiversity.INFO, ContextualDiversity::new)
            .add(ContrastiveActiveLearning.INFO, ContrastiveActiveLearning::new)
            .add(BalancedSelection.INFO, BalancedSelection::new)
            .add(FilteredActiveSubmodular.INFO, FilteredActiveSubmodular::new)
            .add(Badge.INFO, Badge::new)
            .add(Craig.INFO, Craig::new)
            .add(GradMatch.INFO, GradMatch::new)
            .add(Glister.INFO, () -> Glister.DEFAULT)
            .add(SparseApproximation.INFO, () -> SparseApproximation.DEFAULT)
            .add(ErrorNorm.INFO, ErrorNorm::new)
            .add(GradientNorm.INFO, GradientNorm::new)
            .add(ForgettingEvents.INFO, ForgettingEvents::new)
            .add(ConfidentLearning.INFO, ConfidentLearning::new)
            .build();

    private Selectors() {
    }

    /**
     * @return what all methods tell about themselves, in the order in which they are offered; random, the baseline,
     *   first
     */
    public static List<SelectorInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of a method
     * @return what it tells about itself
     * @throws SettingsException if there is no such method
     */
    public static SelectorInfo info(final String id) {
        return REGISTRY.info(id);
    }

    /**
     * @param id id of a method
     * @return it with its default settings as data
     * @throws SettingsException if there is no such method
     */
    public static Choice settings(final String id) {
        return Choice.of(id, (Record)REGISTRY.create(id));
    }

    /**
     * @param choice a method with its settings as data
     * @return a new instance that checks its arguments and its result. It refuses an empty pool and a missing label
     *   ({@link org.frugalvision.engine.run.DataException}) and an impossible budget ({@link SettingsException}).
     * @throws SettingsException if there is no such method, a setting is unknown, or a value is out of range
     */
    public static SubsetSelector create(final Choice choice) {
        return new CheckedSelector(REGISTRY.info(choice.method()), REGISTRY.create(choice));
    }
}
