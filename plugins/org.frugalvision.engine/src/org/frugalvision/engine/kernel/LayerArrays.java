// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Average;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/** How layers are computed on arrays, up to their activations: one line each. Normalisations are apart. */
final class LayerArrays {

    private static final Map<Class<? extends Layer>, Factory> FACTORIES = Map.ofEntries( //
        Map.entry(Convolution.class, (graph, place) -> new ConvolutionOperation((Convolution)graph.layer(place),
            input(graph, place))),
        Map.entry(DepthwiseConvolution.class, (graph, place) -> new DepthwiseOperation(
            (DepthwiseConvolution)graph.layer(place), input(graph, place))),
        Map.entry(Dense.class, (graph, place) -> new DenseOperation((Dense)graph.layer(place),
            input(graph, place).size())),
        Map.entry(Addition.class, (graph, place) -> new AdditionOperation(graph.shape(place).size())),
        Map.entry(Pooling.class, (graph, place) -> pooling((Pooling)graph.layer(place), input(graph, place))),
        Map.entry(GlobalAveragePooling.class, (graph, place) -> new GlobalAverageOperation(input(graph, place))),
        Map.entry(SpatialPyramidPooling.class, (graph, place) -> new PyramidOperation(
            (SpatialPyramidPooling)graph.layer(place), input(graph, place))),
        Map.entry(Padding.class, (graph, place) -> new PaddingOperation((Padding)graph.layer(place),
            input(graph, place))),
        Map.entry(Dropout.class, (graph, place) -> new DropoutOperation(graph.node(place).name(),
            (Dropout)graph.layer(place), graph.shape(place).size())),
        Map.entry(Average.class, (graph, place) -> new AverageOperation(graph.shape(place).size())),
        Map.entry(Concatenation.class, (graph, place) -> new ConcatenationOperation(graph.inputShapes(place))),
        Map.entry(Multiplication.class, (graph, place) -> new MultiplicationOperation(input(graph, place),
            graph.inputShapes(place).get(1))),
        Map.entry(AverageAndMaximum.class, (graph, place) -> new AverageAndMaximumOperation(input(graph, place))),
        Map.entry(ChannelAverageAndMaximum.class, (graph, place) -> new ChannelAverageAndMaximumOperation(
            input(graph, place))));

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

    private static ImageShape input(final Graph graph, final int place) {
        return graph.inputShapes(place).get(0);
    }

    private static ArrayOperation pooling(final Pooling layer, final ImageShape input) {
        return layer.kind() == Pooling.Kind.MAXIMUM ? new MaximumPoolingOperation(layer, input)
            : new MeanPoolingOperation(layer, input);
    }
}
