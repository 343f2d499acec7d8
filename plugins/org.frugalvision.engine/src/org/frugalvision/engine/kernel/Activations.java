// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

import org.frugalvision.engine.network.Activated;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Pooling;

/**
 * Where on the way back gradients are cut off by the activations of convolutions, dense layers and additions: at the
 * node itself, but where a maximum pooling alone follows, at the end of that one. A maximum that was cut off belongs to
 * a window all of whose values are, and there are fewer maxima than values. Outputs are not touched by this.
 */
final class Activations {

    private Activations() {
    }

    /** What to cut off at the output of a place before anything else is done on the way back. */
    static Activation backward(final Graph graph, final int place) {
        if (isMaximum(graph.layer(place))) {
            final int input = graph.inputs(place).get(0);
            return isCutLater(graph, input) ? of(graph.layer(input)) : Activation.IDENTITY;
        }
        return isCutLater(graph, place) ? Activation.IDENTITY : of(graph.layer(place));
    }

    private static boolean isCutLater(final Graph graph, final int place) {
        final List<Integer> readers = graph.readers(place);
        return place > 0 && readers.size() == 1 && isMaximum(graph.layer(readers.get(0)))
            && of(graph.layer(place)).clips();
    }

    /** A normalisation deals with its own. */
    private static Activation of(final Layer layer) {
        return layer instanceof BatchNormalization ? Activation.IDENTITY : Activated.of(layer);
    }

    private static boolean isMaximum(final Layer layer) {
        return layer instanceof Pooling pooling && pooling.kind() == Pooling.Kind.MAXIMUM;
    }
}
