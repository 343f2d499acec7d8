// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

import org.frugalvision.engine.network.TensorShape.Role;

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

    /** @return whether {@link #look} and {@link #scale} are called before all updates, for tensors that learn */
    default boolean looksAtTensors() {
        return false;
    }

    /**
     * Looks at some values of a tensor; called from any thread, for each value once per step.
     *
     * @param values where they lie
     * @param weights the weights before the step
     * @param gradient of the mean loss, without weight decay
     * @return what is needed of them to scale the tensor
     */
    default Squares look(final TensorRange values, final float[] weights, final float[] gradient) {
        return Squares.NONE;
    }

    /**
     * Scales the step of a tensor; called once per step, when all its values were looked at.
     *
     * @param tensor number of the tensor
     * @param role what it is
     * @param squares sums over all its values
     */
    default void scale(final int tensor, final Role role, final Squares squares) {
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
