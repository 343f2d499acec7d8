// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Average;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Dropping;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.PatternDropout;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/** How layers are computed by ND4J, up to their activations: one line each. Normalisations are apart. */
final class Nd4jLayers {

    private static final Map<Class<? extends Layer>, Factory> FACTORIES = Map.ofEntries( //
        Map.entry(Convolution.class, (graph, place) -> new Nd4jConvolution((Convolution)graph.layer(place))),
        Map.entry(DepthwiseConvolution.class, (graph, place) -> depthwise((DepthwiseConvolution)graph.layer(place))),
        Map.entry(Dense.class, (graph, place) -> new Nd4jDense()),
        Map.entry(Addition.class, (graph, place) -> new Nd4jAddition()),
        Map.entry(Pooling.class, (graph, place) -> new Nd4jPooling((Pooling)graph.layer(place))),
        Map.entry(GlobalAveragePooling.class, (graph, place) -> new Nd4jGlobalAverage()),
        Map.entry(SpatialPyramidPooling.class, (graph, place) -> new Nd4jPyramid(
            (SpatialPyramidPooling)graph.layer(place), graph.inputShapes(place).get(0))),
        Map.entry(Padding.class, (graph, place) -> new Nd4jPadding((Padding)graph.layer(place))),
        Map.entry(Dropout.class, (graph, place) -> dropout(graph, place)),
        Map.entry(PatternDropout.class, (graph, place) -> dropout(graph, place)),
        Map.entry(Average.class, (graph, place) -> new Nd4jAverage()),
        Map.entry(Concatenation.class, (graph, place) -> new Nd4jConcatenation()),
        Map.entry(Multiplication.class, (graph, place) -> new Nd4jMultiplication()),
        Map.entry(AverageAndMaximum.class, (graph, place) -> new Nd4jAverageAndMaximum(false)),
        Map.entry(ChannelAverageAndMaximum.class, (graph, place) -> new Nd4jAverageAndMaximum(true)));

    private Nd4jLayers() {
    }

    /** Makes the operation of a place. */
    @FunctionalInterface
    interface Factory {

        Nd4jOperation create(Graph graph, int place);
    }

    static Set<Class<? extends Layer>> layers() {
        return FACTORIES.keySet();
    }

    /** @return one for one part */
    static Nd4jOperation operation(final Graph graph, final int place) {
        return FACTORIES.get(graph.layer(place).getClass()).create(graph, place);
    }

    private static Nd4jOperation dropout(final Graph graph, final int place) {
        return new Nd4jDropout(graph.node(place).name(), (Dropping)graph.layer(place), graph.shape(place));
    }

    private static Nd4jOperation depthwise(final DepthwiseConvolution layer) {
        return Nd4jCalls.hasDepthwise() ? new Nd4jDepthwise(layer) : new Nd4jDepthwiseTaps(layer);
    }
}
