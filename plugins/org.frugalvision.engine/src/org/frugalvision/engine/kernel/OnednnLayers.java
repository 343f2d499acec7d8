// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Pooling;

/** The layers that oneDNN computes: one line each. All others are computed on arrays. */
final class OnednnLayers {

    private static final Map<Class<? extends Layer>, Factory> FACTORIES = Map.of( //
        Convolution.class, (plan, place, layer) -> new ConvolutionKernel(plan, place, (Convolution)layer), //
        DepthwiseConvolution.class,
        (plan, place, layer) -> new ConvolutionKernel(plan, place, (DepthwiseConvolution)layer), //
        Dense.class, (plan, place, layer) -> new DenseKernel(plan, place, (Dense)layer), //
        BatchNormalization.class,
        (plan, place, layer) -> new NormalisationKernel(plan, place, (BatchNormalization)layer), //
        Addition.class, (plan, place, layer) -> new AdditionKernel(plan, place, (Addition)layer), //
        Pooling.class, (plan, place, layer) -> new PoolingKernel(plan, place, (Pooling)layer), //
        GlobalAveragePooling.class,
        (plan, place, layer) -> new PoolingKernel(plan, place, (GlobalAveragePooling)layer));

    /** Those that may also compute in whole numbers. */
    private static final Map<Class<? extends Layer>, EightBitFactory> EIGHT_BITS = Map.of( //
        Convolution.class, (plan, place, layer) -> new EightBitConvolution(plan, place, (Convolution)layer), //
        DepthwiseConvolution.class,
        (plan, place, layer) -> new EightBitConvolution(plan, place, (DepthwiseConvolution)layer), //
        Dense.class, (plan, place, layer) -> new EightBitDense(plan, place, (Dense)layer), //
        Addition.class, (plan, place, layer) -> new EightBitAddition(plan, place), //
        Pooling.class, (plan, place, layer) -> new EightBitPooling(plan, place, (Pooling)layer));

    private OnednnLayers() {
    }

    static Set<Class<? extends Layer>> layers() {
        return FACTORIES.keySet();
    }

    /** Makes the kernel of a place. */
    @FunctionalInterface
    interface Factory {

        LayerKernel create(Plan plan, int place, Layer layer);
    }

    /** Makes the kernel of a place in whole numbers. */
    @FunctionalInterface
    interface EightBitFactory {

        EightBitKernel create(Plan plan, int place, Layer layer);
    }

    static LayerKernel kernel(final Plan plan, final int place) {
        final Layer layer = plan.graph().layer(place);
        final LayerKernel single = single(plan, place, layer);
        return EIGHT_BITS.containsKey(layer.getClass())
            ? new EightBitLayer(EIGHT_BITS.get(layer.getClass()).create(plan, place, layer), single) : single;
    }

    private static LayerKernel single(final Plan plan, final int place, final Layer layer) {
        return FACTORIES.getOrDefault(layer.getClass(), (p, at, other) -> new ArrayKernel(p, at)).create(plan, place,
            layer);
    }
}
