// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Tells how much each map of a layer speaks for a class. The heat of a place of the image is the sum of the maps there,
 * each times its weight, and 0 where that is negative.
 */
interface Explainer {

    /**
     * @param maps what some images are in the layer, and for which class each is explained
     * @param run progress and cancel
     * @return weights (image, map), of any sign and scale
     * @throws CanceledException if the work was canceled
     */
    float[] weights(LayerMaps maps, RunControl run) throws CanceledException;
}
