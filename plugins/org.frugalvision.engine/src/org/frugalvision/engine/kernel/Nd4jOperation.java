// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer up to its activation, by ND4J's operations. Maps are whole arrays (images, channels, rows, columns) in C
 * order, never views, because ND4J takes views wrongly in places (docs/decisions/0018). One instance belongs to one
 * place of one part and may remember arrays from forward to backward.
 */
interface Nd4jOperation {

    /**
     * @param in the inputs, not to be changed
     * @param out receives the output
     * @param work memory, weights and images
     */
    void forward(INDArray[] in, INDArray out, Nd4jWork work);

    /**
     * Follows a call of {@link #forward} with the same inputs and weights.
     *
     * @param in the inputs, not to be changed
     * @param outGradient gradient of the loss by the output, not to be changed
     * @param inGradients receive those by the inputs; null where it is not wanted
     * @param work as it was
     * @param weightGradients receive the sum of the images' gradients by the weights
     */
    void backward(INDArray[] in, INDArray outGradient, INDArray[] inGradients, Nd4jWork work,
        INDArray[] weightGradients);
}
