// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Weights of a node that are whole numbers times a step, w = q x step with |q| below 2^(bits - 1); of one bit, -1 or 1
 * times a step.
 *
 * @param form which weights, and of how many bits the numbers are
 * @param steps one for each output of the node, or a single one; at least 0; shared, not to be modified
 */
public record CodedTensor(Form form, float[] steps) {

    /**
     * How weights are coded, without the steps.
     *
     * @param node name of the node that owns them
     * @param bits of each number, 1 to 8
     * @param perOutput whether each output has a step of its own
     */
    public record Form(String node, int bits, boolean perOutput) {

        /** Refuses bits out of range. */
        public Form {
            if (bits < 1 || bits > 8) {
                throw new IllegalArgumentException("weights can be coded by 1 to 8 bits, but not by " + bits);
            }
        }

        /** The largest number; the smallest one is its negative. */
        int most() {
            return bits == 1 ? 1 : (1 << bits - 1) - 1;
        }

        /** Whether it is a number of so many bits. */
        boolean holds(final int code) {
            return Math.abs(code) <= most() && (bits > 1 || code != 0);
        }

        /** What stands in the file for a number. */
        int stored(final int code) {
            return bits == 1 ? (code + 1) / 2 : code + most();
        }

        /** The number for what stands in the file. */
        int code(final int stored) {
            return bits == 1 ? 2 * stored - 1 : stored - most();
        }

        /** The weights of the node. */
        Tensor tensor(final NetworkSpec spec) {
            return spec.tensors().stream()
                .filter(it -> it.node().equals(node) && it.shape().role() == Role.WEIGHT).findAny()
                .orElseThrow(() -> new IllegalArgumentException("node \"" + node + "\" has no weights to code"));
        }

        /** Steps of the tensor. */
        int steps(final Tensor tensor) {
            return perOutput ? tensor.shape().shape()[0] : 1;
        }
    }

    Tensor tensor(final NetworkSpec spec) {
        return form.tensor(spec);
    }

    /** The number of a weight. */
    int code(final Tensor tensor, final float[] weights, final int index) {
        final float step = step(tensor, index);
        return step == 0 ? 0 : (int)Math.rint((double)weights[tensor.offset() + index] / step);
    }

    /** The step of a weight. */
    float step(final Tensor tensor, final int index) {
        return steps[(int)((long)index * steps.length / tensor.length())];
    }

    /** Refuses weights that are no such multiples. */
    void check(final Tensor tensor, final float[] weights) {
        if (steps.length != form.steps(tensor)) {
            throw new IllegalArgumentException("node \"%s\" must have %,d steps, but has %,d".formatted(form.node(),
                form.steps(tensor), steps.length));
        }
        for (int i = 0; i < tensor.length(); i++) {
            final int code = code(tensor, weights, i);
            if (!(step(tensor, i) >= 0) || step(tensor, i) > 0 && !form.holds(code)
                || code * step(tensor, i) != weights[tensor.offset() + i]) {
                throw new IllegalArgumentException(
                    "a weight of node \"%s\" is no multiple of its step by a number of %d bits"
                        .formatted(form.node(), form.bits()));
            }
        }
    }
}
