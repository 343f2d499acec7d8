// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/**
 * An operation of our own on plain arrays: images one after the other, CHW each. Arrays may be longer than needed. One
 * instance belongs to one place of one part and may remember values from forward to backward.
 */
interface ArrayOperation {

    /**
     * @param in the inputs, not to be changed
     * @param out receives the output
     * @param batch how many images they are, and how they are taken
     * @param weights this operation's weights in the order of its tensors; not to be changed
     */
    void forward(float[][] in, float[] out, ArrayBatch batch, float[] weights);

    /**
     * Follows a call of {@link #forward} with the same inputs and weights.
     *
     * @param in the inputs, not to be changed
     * @param outGradient gradient of the loss by the output, not to be changed
     * @param inGradients receive those by the inputs; null where it is not wanted
     * @param batch as it was
     * @param weights this operation's weights
     * @param gradient receives the sum of the images' gradients by them
     */
    void backward(float[][] in, float[] outGradient, float[][] inGradients, ArrayBatch batch, float[] weights,
        float[] gradient);
}
