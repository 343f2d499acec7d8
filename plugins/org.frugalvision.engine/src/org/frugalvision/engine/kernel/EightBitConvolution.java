// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;
import java.util.Optional;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.kernel.Ending.Held;
import org.frugalvision.engine.kernel.Ending.Target;
import org.frugalvision.engine.kernel.Onednn.Sliding;
import org.frugalvision.engine.kernel.Onednn.Tensors;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Tensor;

/**
 * A {@link Convolution} or {@link DepthwiseConvolution} in whole numbers: weights and what goes in have 8 bits, sums of
 * products 32. It may add itself to another map, as in single precision; see {@link Residual}.
 */
final class EightBitConvolution implements EightBitKernel {

    /** Axes of filters of which each sees a channel of its own. */
    private static final int GROUPED = 5;

    /** Bits of the axes of outputs. */
    private static final int OUTPUTS = 1;

    private static final int GROUPS_AND_OUTPUTS = 1 | 1 << 1;

    private final Plan m_plan;

    private final EightBitMaps m_maps;

    private final int m_place;

    private final Sliding m_sliding;

    private final Activation m_activation;

    /** Of the filters. */
    private final long[] m_sizes;

    private final List<Tensor> m_tensors;

    EightBitConvolution(final Plan plan, final int place, final Convolution layer) {
        this(plan, place, new Sliding(layer.kernel(), layer.stride(), layer.padding()), layer.activation(),
            layer.filters(), plan.sizes(plan.graph().inputs(place).get(0))[1], layer.kernel(), layer.kernel());
    }

    EightBitConvolution(final Plan plan, final int place, final DepthwiseConvolution layer) {
        this(plan, place, new Sliding(layer.kernel(), layer.stride(), layer.padding()), layer.activation(),
            plan.sizes(place)[1], 1, 1, layer.kernel(), layer.kernel());
    }

    private EightBitConvolution(final Plan plan, final int place, final Sliding sliding, final Activation activation,
        final long... sizes) {
        m_plan = plan;
        m_maps = plan.eightBits();
        m_place = place;
        m_sliding = sliding;
        m_activation = activation;
        m_sizes = sizes;
        m_tensors = plan.graph().tensors(place);
    }

    @Override
    public boolean plan() {
        if (!m_maps.computes(m_place)) {
            return false;
        }
        final EightBitMap input = m_maps.of(m_plan.graph().inputs(m_place).get(0));
        final float[] ones = m_maps.ones(m_place, input);
        final Optional<Residual> residual = Residual.of(m_plan, m_place);
        final int result = residual.isPresent() ? m_plan.graph().readers(m_place).get(0) : m_place;
        final Target target = Target.of(m_maps, result);
        final Activation activation = residual.map(Residual::activation).orElse(m_activation);
        final Primitive alone = m_plan.keep(convolution(input, target.layout(m_plan.sizes(m_place)),
            Ending.of(ones, activation, target, Optional.empty())));
        if (alone.implementation().startsWith("ref")) {
            return false;
        }
        final Optional<Held> held = residual.map(it -> held(it.other(), target, alone.destination()));
        final Primitive forward = held.isEmpty() ? alone : m_plan.keep(
            convolution(input, alone.destination(), Ending.of(ones, activation, target, held)));
        final Slot destination = held.map(it -> m_plan.view(it.slot(), forward.destination()))
            .orElseGet(() -> m_plan.slot(forward.destination()));
        m_plan.run(forward, DNNL_ARG_SRC, m_plan.converted(input.slot(), forward.source()), DNNL_ARG_WEIGHTS,
            m_plan.weights().rounded(m_tensors.get(0), Onednn.plain(m_sizes), forward.weights(),
                m_maps.steps(m_place), m_sizes.length == GROUPED ? GROUPS_AND_OUTPUTS : OUTPUTS),
            DNNL_ARG_BIAS, m_tensors.size() > 1 ? m_plan.weights().divided(m_tensors.get(1), bias(), ones) : null,
            DNNL_ARG_DST, destination);
        target.set(m_plan, result, destination);
        return true;
    }

    /** The other map of a sum, in the place and with the order of values that the sum will have. */
    private Held held(final int other, final Target target, final dnnl_memory_desc_t layout) {
        if (!target.rounded()) {
            return new Held(m_plan.converted(m_plan.map(other), layout), 1);
        }
        final EightBitMap map = m_maps.of(other);
        return new Held(m_plan.converted(map.slot(), OnednnEightBit.of(layout, map.signed())), map.unit());
    }

    private Primitive convolution(final EightBitMap input, final dnnl_memory_desc_t destination, final Ending ending) {
        return OnednnEightBit.convolution(m_sliding,
            new Tensors(OnednnEightBit.any(input.signed(), m_plan.sizes(m_plan.graph().inputs(m_place).get(0))),
                OnednnEightBit.any(true, m_sizes), m_tensors.size() > 1 ? bias() : null, destination),
            ending);
    }

    private dnnl_memory_desc_t bias() {
        return Onednn.plain(m_plan.sizes(m_place)[1]);
    }
}
