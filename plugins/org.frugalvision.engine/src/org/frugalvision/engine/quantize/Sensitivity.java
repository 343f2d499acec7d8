// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

/** How it is found out what a layer loses by fewer bits. */
public enum Sensitivity {
    /** The loss is measured with that layer alone rounded, once for each layer and level. */
    LOSS,
    /**
     * The rise of the loss is estimated: half of the mean second derivative by a weight of the layer times the sum of
     * the squared errors of its weights (after HAWQ-V2, Dong et al. 2020, arXiv:1911.03852, without the half).
     */
    CURVATURE
}
