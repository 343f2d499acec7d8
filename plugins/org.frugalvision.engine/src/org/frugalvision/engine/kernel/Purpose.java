// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.NetworkSpec;

/**
 * What a network is prepared for.
 *
 * @param shape of the images
 * @param training whether normalisation takes the statistics of the batch, and dropout drops
 * @param trained for each tensor whether its gradient is wanted
 * @param input whether the gradient by the pixels is wanted
 * @param outputs the nodes whose outputs are wanted
 */
record Purpose(ImageShape shape, boolean training, List<Boolean> trained, boolean input, List<String> outputs) {

    static Purpose forward(final NetworkSpec spec, final ImageShape shape, final boolean training,
        final List<String> outputs) {
        return new Purpose(shape, training, flags(spec, new boolean[0]), false, outputs);
    }

    static Purpose gradient(final NetworkSpec spec, final ImageShape shape, final boolean training,
        final Replica.Wanted wanted) {
        final String scores = spec.nodes().get(spec.nodes().size() - 1).name();
        return new Purpose(shape, training, flags(spec, wanted.trained()), wanted.input(), List.of(scores));
    }

    /** Whether anything goes backward. */
    boolean backward() {
        return input || trained.contains(true);
    }

    private static List<Boolean> flags(final NetworkSpec spec, final boolean[] trained) {
        final List<Boolean> flags = new ArrayList<>();
        for (int i = 0; i < spec.tensors().size(); i++) {
            flags.add(trained == null || i < trained.length && trained[i]);
        }
        return List.copyOf(flags);
    }
}
