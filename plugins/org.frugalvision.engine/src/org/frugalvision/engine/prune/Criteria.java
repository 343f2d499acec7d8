// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Registry;

/** All criteria for pruning. */
public final class Criteria {

    private static final Registry<CriterionInfo, ChannelCriterion> REGISTRY =
        new Registry.Builder<CriterionInfo, ChannelCriterion>("Criterion")
            .add(RandomChannels.INFO, RandomChannels::new)
            .add(FilterL1.INFO, FilterL1::new)
            .add(FilterL2.INFO, FilterL2::new)
            .add(GeometricMedian.INFO, GeometricMedian::new)
            .add(NormalizationScale.INFO, NormalizationScale::new)
            .add(MeanActivation.INFO, MeanActivation::new)
            .add(ShareOfZeros.INFO, ShareOfZeros::new)
            .add(LossChange.INFO, LossChange::new)
            .add(NextLayer.INFO, NextLayer::new)
            .add(SignalToNoise.INFO, SignalToNoise::new)
            .add(FisherRatio.INFO, FisherRatio::new)
            .add(SymmetricDivergence.INFO, SymmetricDivergence::new)
            .add(EvolvedScore.INFO, EvolvedScore::new)
            .add(GeneticScore.INFO, GeneticScore::new)
            .build();

    private Criteria() {
    }

    /** @return what all criteria tell about themselves, in the order in which they are offered; random first */
    public static List<CriterionInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of a criterion
     * @return what it tells about itself
     * @throws org.frugalvision.engine.run.SettingsException if there is no such criterion
     */
    public static CriterionInfo info(final String id) {
        return REGISTRY.info(id);
    }

    /**
     * @param choice a criterion as data
     * @return the criterion
     * @throws org.frugalvision.engine.run.SettingsException if there is no such criterion, or it has no such setting
     */
    public static ChannelCriterion create(final Choice choice) {
        return REGISTRY.create(choice);
    }
}
