// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * A tensor of a layer, stored row after row (the last index runs fastest).
 *
 * @param role what it is to the layer
 * @param fanIn how many inputs enter one output of the layer; the scale of the initial values
 * @param shape sizes, outermost first: (out, in, rows, columns) for convolution (in = 1 for a depthwise one), (out, in)
 *            for dense weights, (out) for everything else; shared, not to be modified
 */
public record TensorShape(Role role, int fanIn, int... shape) {

    /** What a tensor is to its layer. */
    public enum Role {
        /** Weights. */
        WEIGHT,
        /** Biases. */
        BIAS,
        /** Factors of a normalisation. */
        SCALE,
        /** Summands of a normalisation. */
        SHIFT,
        /** Running means of a normalisation. */
        MEAN,
        /** Running variances of a normalisation. */
        VARIANCE;

        /** @return whether its values follow the gradient; statistics follow the data */
        public boolean learned() {
            return this != MEAN && this != VARIANCE;
        }
    }

    /** @return number of values */
    public long length() {
        long length = 1;
        for (final int size : shape) {
            length = Math.multiplyExact(length, (long)size);
        }
        return length;
    }
}
