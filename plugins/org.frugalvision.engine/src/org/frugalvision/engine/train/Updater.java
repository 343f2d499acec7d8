// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

import org.frugalvision.engine.network.Tensor;

/**
 * Changes weights by gradients, during one training. Each value is changed by itself, so parts of a tensor may be
 * updated by several threads; what depends on a whole tensor is found out beforehand.
 */
interface Updater {

    /**
     * Begins a step; to be called once before its tensors are updated.
     *
     * @param step 1 for the first of the training
     * @param learningRate size of the step
     */
    void begin(long step, double learningRate);

    /** @return whether {@link #look} is to be called for every tensor that learns, before any is updated */
    default boolean looksAtTensors() {
        return false;
    }

    /**
     * Looks at a whole tensor; called from any thread, for each tensor once per step.
     *
     * @param number which tensor of the network
     * @param tensor where it lies
     * @param weights the weights before the step
     * @param gradient of the mean loss, without weight decay
     */
    default void look(final int number, final Tensor tensor, final float[] weights, final float[] gradient) {
        // by default every value is changed by itself
    }

    /**
     * Updates some values of a tensor by the gradient of the mean loss.
     *
     * @param tensor which tensor of the network
     * @param weights changed
     * @param gradient the gradient
     * @param from index of the first value
     * @param to index after the last one
     * @param rate factor on the learning rate, greater than 0
     */
    void update(int tensor, float[] weights, float[] gradient, int from, int to, float rate);

    /** What is remembered from step to step, arrays of fixed lengths; shared. */
    List<float[]> state();
}
