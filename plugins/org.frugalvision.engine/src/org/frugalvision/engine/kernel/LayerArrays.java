// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Map;

import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/** The layers that are computed on arrays: one line each. */
final class LayerArrays {

    private static final Map<Class<? extends Layer>, Factory> FACTORIES = Map.of( //
        Dropout.class, (graph, place) -> new DropoutOperation(graph.node(place).name(),
            (Dropout)graph.layer(place), graph.shape(place).size()),
        Padding.class,
        (graph, place) -> new PaddingOperation((Padding)graph.layer(place), graph.inputShapes(place).get(0)),
        SpatialPyramidPooling.class, (graph, place) -> new PyramidOperation(
            (SpatialPyramidPooling)graph.layer(place), graph.inputShapes(place).get(0)));

    private LayerArrays() {
    }

    /** Makes the operation of a place. */
    @FunctionalInterface
    interface Factory {

        ArrayOperation create(Graph graph, int place);
    }

    /** @return one for the memory of one part */
    static ArrayOperation operation(final Graph graph, final int place) {
        return FACTORIES.get(graph.layer(place).getClass()).create(graph, place);
    }
}
