// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Registry;

/** All methods of explanation. */
public final class Explainers {

    private static final Registry<ExplainerInfo, Explainer> REGISTRY =
        new Registry.Builder<ExplainerInfo, Explainer>("Method") //
            .add(GradCam.INFO, GradCam::new) //
            .add(ScoreCam.INFO, ScoreCam::new) //
            .build();

    private Explainers() {
    }

    /** @return what all methods tell about themselves, in the order in which they are offered */
    public static List<ExplainerInfo> infos() {
        return REGISTRY.infos();
    }

    static ExplainerInfo info(final String id) {
        return REGISTRY.info(id);
    }

    static Explainer create(final Choice choice) {
        return REGISTRY.create(choice);
    }
}
