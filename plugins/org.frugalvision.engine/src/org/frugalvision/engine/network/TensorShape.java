// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * A learned tensor of a layer, stored row after row (the last index runs fastest).
 *
 * @param role what it is to the layer
 * @param fanIn how many inputs enter one output of the layer; the scale of the initial values
 * @param shape sizes, outermost first: (out, in, rows, columns) for convolution, (out, in) for dense weights, (out) for
 *            biases; shared, not to be modified
 */
public record TensorShape(Role role, int fanIn, int... shape) {

    /** What a tensor is to its layer. */
    public enum Role {
        /** Weights. */
        WEIGHT,
        /** Biases. */
        BIAS
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
