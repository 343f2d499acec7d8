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

    static ImageShape single(final List<ImageShape> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException("it takes one input, but has " + inputs.size());
        }
        return inputs.get(0);
    }
}
