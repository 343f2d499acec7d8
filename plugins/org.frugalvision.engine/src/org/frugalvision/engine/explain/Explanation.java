// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.Choice;

/**
 * How images are explained.
 *
 * @param method a method of {@link Explainers}
 * @param layer name of the layer whose maps are looked at; empty: the last one whose maps have more than one place
 * @param inference batch size and threads; as the heat is divided by its largest value, both change it by rounding only
 */
public record Explanation(Choice method, String layer, InferenceSettings inference) {

    /** Grad-CAM of the last layer with maps. */
    public static final Explanation DEFAULT =
        new Explanation(Choice.of(GradCam.INFO.id()), "", InferenceSettings.DEFAULT);

    /** Refuses unknown methods. */
    public Explanation {
        Explainers.create(method);
    }
}
