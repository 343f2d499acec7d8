// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;
import java.util.Optional;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.kernel.Ending.Target;
import org.frugalvision.engine.kernel.Onednn.Tensors;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Tensor;

/** A {@link Dense} layer in whole numbers: weights and what goes in have 8 bits, sums of products 32. */
final class EightBitDense implements EightBitKernel {

    private final Plan m_plan;

    private final EightBitMaps m_maps;

    private final int m_place;

    private final int m_input;

    private final Dense m_layer;

    private final List<Tensor> m_tensors;

    EightBitDense(final Plan plan, final int place, final Dense layer) {
        m_plan = plan;
        m_maps = plan.eightBits();
        m_place = place;
        m_input = plan.graph().inputs(place).get(0);
        m_layer = layer;
        m_tensors = plan.graph().tensors(place);
    }

    @Override
    public boolean plan() {
        if (!m_maps.computes(m_place)) {
            return false;
        }
        final EightBitMap input = m_maps.of(m_input);
        if (input.signed()) {
            return false;
        }
        final float[] ones = m_maps.ones(m_place, input);
        final Target target = Target.of(m_maps, m_place);
        final Slot destination = m_plan.slot(target.plain(m_plan.sizes(m_place)));
        final Slot source = source(input);
        final Primitive forward = m_plan.keep(OnednnEightBit.dense(
            new Tensors(source.layout(), OnednnEightBit.any(true, sizes()), bias(),
                target.plain(m_plan.images(), m_layer.units())),
            Ending.of(ones, m_layer.activation(), target, Optional.empty())));
        if (forward.implementation().startsWith("ref")) {
            return false;
        }
        m_plan.run(forward, DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS,
            m_plan.weights().rounded(m_tensors.get(0), Onednn.plain(sizes()), forward.weights(),
                m_maps.steps(m_place), 1),
            DNNL_ARG_BIAS, m_plan.weights().divided(m_tensors.get(1), bias(), ones), DNNL_ARG_DST,
            m_plan.view(destination, forward.destination()));
        target.set(m_plan, m_place, destination);
        return true;
    }

    /** Maps of one value each are a matrix; others stay as they lie. */
    private Slot source(final EightBitMap input) {
        if (!vectors()) {
            return input.slot();
        }
        return m_plan.view(
            m_plan.converted(input.slot(), OnednnEightBit.plain(false, m_plan.sizes(m_input))),
            OnednnEightBit.plain(false, m_plan.images(), m_plan.sizes(m_input)[1]));
    }

    private boolean vectors() {
        return m_plan.graph().shape(m_input).size() == m_plan.sizes(m_input)[1];
    }

    /** Units, and for each the weights of the values of an image, in the order of their axes. */
    private long[] sizes() {
        final long[] sizes = m_plan.sizes(m_input);
        sizes[0] = m_layer.units();
        return vectors() ? new long[]{sizes[0], sizes[1]} : sizes;
    }

    private dnnl_memory_desc_t bias() {
        return Onednn.plain(m_layer.units());
    }
}
