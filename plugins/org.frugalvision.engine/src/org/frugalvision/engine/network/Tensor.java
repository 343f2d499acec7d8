// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * Where a tensor lies in a network's flat weights.
 *
 * @param node name of the node that owns it
 * @param shape its role and sizes
 * @param offset index of its first value
 */
public record Tensor(String node, TensorShape shape, int offset) {

    /** @return number of values */
    public int length() {
        return (int)shape.length();
    }

    /** @return index after its last value */
    public int end() {
        return offset + length();
    }
}
