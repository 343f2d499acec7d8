// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/** Rules that several layers share. */
final class Sizes {

    private Sizes() {
    }

    static void atLeast(final int least, final int value, final String name) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, but is %d".formatted(name, least, value));
        }
    }

    static void several(final List<ImageShape> inputs) {
        if (inputs.size() < 2) {
            throw new IllegalArgumentException("it takes at least two inputs, but has " + inputs.size());
        }
    }

    /** The shape that all of several inputs have. */
    static ImageShape equal(final List<ImageShape> inputs) {
        several(inputs);
        for (final ImageShape input : inputs) {
            if (!input.equals(inputs.get(0))) {
                throw new IllegalArgumentException(
                    "its inputs must have one shape, but have " + inputs.get(0) + " and " + input);
            }
        }
        return inputs.get(0);
    }

    static ImageShape single(final List<ImageShape> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException("it takes one input, but has " + inputs.size());
        }
        return inputs.get(0);
    }
}
