// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

/** Changes weights by gradients. Each value is changed by itself, so ranges may be updated by several threads. */
interface Updater {

    /**
     * Begins a step; to be called once before its ranges are updated.
     *
     * @param step 1 for the first of the training
     * @param learningRate size of the step
     */
    void begin(long step, double learningRate);

    /** Updates weights {@code from} to {@code to} - 1 by the gradient of the mean loss. */
    void update(float[] weights, float[] gradient, int from, int to);

    /** What is remembered from step to step, arrays of the length of the weights; shared. */
    List<float[]> state();
}
