// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * An operation of our own inside a DL4J graph, on plain arrays: images one after the other, CHW each. Arrays may be
 * longer than needed. One instance belongs to one place of one replica and may remember values from forward to
 * backward.
 */
interface ArrayOperation {

    /**
     * @param in the input, not to be changed
     * @param out receives the output
     * @param images how many
     * @param training whether statistics and noise are those of training
     * @param weights this operation's weights in the order of its tensors; not to be changed
     */
    void forward(float[] in, float[] out, int images, boolean training, float[] weights);

    /**
     * Follows a call of {@link #forward} in training, with the same input and weights.
     *
     * @param in the input, not to be changed
     * @param outGradient gradient of the loss by the output, not to be changed
     * @param inGradient receives that by the input
     * @param images how many
     * @param weights this operation's weights
     * @param gradient receives what {@link Replica#gradient} gives for these weights
     */
    void backward(float[] in, float[] outGradient, float[] inGradient, int images, float[] weights, float[] gradient);
}
