// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All methods of resampling. */
public final class Resamplers {

    private static final Registry<ResamplerInfo, Resampler> REGISTRY =
        new Registry.Builder<ResamplerInfo, Resampler>("Method")
            .add(AsTheyAre.INFO, AsTheyAre::new)
            .add(Oversampling.INFO, () -> Oversampling.DEFAULT)
            .add(Undersampling.INFO, () -> Undersampling.DEFAULT)
            .add(TargetCount.INFO, () -> TargetCount.DEFAULT)
            .add(WeightedSampling.INFO, () -> WeightedSampling.DEFAULT)
            .add(QuotaOfEachClass.INFO, () -> QuotaOfEachClass.DEFAULT)
            .add(StepImbalance.INFO, () -> StepImbalance.DEFAULT)
            .add(LinearImbalance.INFO, () -> LinearImbalance.DEFAULT)
            .build();

    private Resamplers() {
    }

    /** @return what all methods tell about themselves, in the order in which they are offered */
    public static List<ResamplerInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of a method
     * @return what it tells about itself
     * @throws SettingsException if there is no such method
     */
    public static ResamplerInfo info(final String id) {
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
     * @return the method
     * @throws SettingsException if there is no such method, a setting is unknown, or a value is out of range
     */
    static Resampler create(final Choice choice) {
        return REGISTRY.create(choice);
    }
}
