// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Average;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Dropping;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.PatternDropout;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/** The layers that oneDNN has no primitive for: one line each. They are computed on arrays. */
final class LayerArrays {

    private static final Map<Class<? extends Layer>, Factory> FACTORIES = Map.of( //
        SpatialPyramidPooling.class, (graph, place) -> new PyramidOperation(
            (SpatialPyramidPooling)graph.layer(place), input(graph, place)), //
        Padding.class, (graph, place) -> new PaddingOperation((Padding)graph.layer(place), input(graph, place)), //
        Dropout.class, (graph, place) -> dropout(graph, place), //
        PatternDropout.class, (graph, place) -> dropout(graph, place), //
        Average.class, (graph, place) -> new AverageOperation(graph.shape(place).size()), //
        Concatenation.class, (graph, place) -> new ConcatenationOperation(graph.inputShapes(place)), //
        Multiplication.class, (graph, place) -> new MultiplicationOperation(input(graph, place),
            graph.inputShapes(place).get(1)), //
        AverageAndMaximum.class, (graph, place) -> new AverageAndMaximumOperation(input(graph, place)), //
        ChannelAverageAndMaximum.class, (graph, place) -> new ChannelAverageAndMaximumOperation(
            input(graph, place)));

    private LayerArrays() {
    }

    /** Makes the operation of a place. */
    @FunctionalInterface
    interface Factory {

        ArrayOperation create(Graph graph, int place);
    }

    static Set<Class<? extends Layer>> layers() {
        return FACTORIES.keySet();
    }

    /** @return one for the memory of one part */
    static ArrayOperation operation(final Graph graph, final int place) {
        return FACTORIES.get(graph.layer(place).getClass()).create(graph, place);
    }

    private static ArrayOperation dropout(final Graph graph, final int place) {
        return new DropoutOperation(graph.node(place).name(), (Dropping)graph.layer(place), graph.shape(place));
    }

    private static ImageShape input(final Graph graph, final int place) {
        return graph.inputShapes(place).get(0);
    }
}
