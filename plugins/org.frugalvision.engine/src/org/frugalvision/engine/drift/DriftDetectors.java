// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.List;
import java.util.function.Function;

import org.frugalvision.engine.run.Registry;

/** All detectors of drift. */
public final class DriftDetectors {

    private static final Registry<DetectorInfo, Function<DriftSettings, DriftDetector>> REGISTRY =
        new Registry.Builder<DetectorInfo, Function<DriftSettings, DriftDetector>>("Detector")
            .add(Adwin.INFO, () -> settings -> new Adwin(settings, Cut.BERNSTEIN))
            .add(Adwin.HOEFFDING_INFO, () -> settings -> new Adwin(settings, Cut.HOEFFDING))
            .add(Ddm.INFO, () -> Ddm::new)
            .add(PredictionStability.INFO, () -> PredictionStability::new)
            .add(EmbeddingStability.INFO, () -> EmbeddingStability::new)
            .build();

    private DriftDetectors() {
    }

    /** @return what all detectors tell about themselves, in the order in which they are offered */
    public static List<DetectorInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of a detector
     * @return what it tells about itself
     * @throws org.frugalvision.engine.run.SettingsException if there is no such detector
     */
    public static DetectorInfo info(final String id) {
        return REGISTRY.info(id);
    }

    /**
     * @param id id of a detector
     * @param settings settings of all detectors
     * @return a new detector that has seen nothing
     * @throws org.frugalvision.engine.run.SettingsException if there is no such detector
     */
    public static DriftDetector create(final String id, final DriftSettings settings) {
        return REGISTRY.create(id).apply(settings);
    }
}
