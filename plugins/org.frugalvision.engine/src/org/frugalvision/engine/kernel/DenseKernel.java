// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;
import java.util.Optional;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.kernel.Onednn.Tensors;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Tensor;

/** A {@link Dense} layer. Its maps have rows and columns, of one each, like all others. */
final class DenseKernel implements LayerKernel {

    private final Plan m_plan;

    private final int m_place;

    private final int m_input;

    private final Dense m_layer;

    private final List<Tensor> m_tensors;

    private Primitive m_forward;

    DenseKernel(final Plan plan, final int place, final Dense layer) {
        m_plan = plan;
        m_place = place;
        m_input = plan.graph().inputs(place).get(0);
        m_layer = layer;
        m_tensors = plan.graph().tensors(place);
    }

    @Override
    public void plan(final Work work) {
        if (work == Work.FORWARD) {
            forward();
        } else {
            backward();
        }
    }

    private void forward() {
        m_forward = m_plan.keep(Onednn.dense(m_plan.training(), free(), m_plan.fused(m_layer.activation())));
        final Slot source = m_plan.converted(m_plan.map(m_input), m_forward.source());
        final Slot destination = m_plan.slot(m_plan.plainMaps(m_place));
        m_plan.run(m_forward, DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, weights(m_forward.weights()), DNNL_ARG_BIAS,
            m_plan.weights().stored(m_tensors.get(1), bias()), DNNL_ARG_DST, rows(destination));
        m_plan.setMap(m_place, destination);
        if (m_plan.fused(m_layer.activation()) != m_layer.activation()) {
            m_plan.activate(m_place, m_layer.activation());
        }
    }

    private void backward() {
        final Gradients gradients = m_plan.gradients();
        gradients.cut(m_place, Activations.backward(m_plan.graph(), m_place));
        final Slot gradient = rows(gradients.of(m_place));
        final Optional<Tensor> weights = Optional.of(m_tensors.get(0)).filter(m_plan.weights()::wanted);
        final Optional<Tensor> biases = Optional.of(m_tensors.get(1)).filter(m_plan.weights()::wanted);
        if (weights.isPresent() || biases.isPresent()) {
            final DenseGradient wanted = new DenseGradient(m_place, m_plan.graph().shape(m_input).size(),
                m_layer.units(), weights, biases);
            m_plan.weights().add(wanted);
            final Slot inputs = m_plan.converted(m_plan.map(m_input), m_plan.plainMaps(m_input));
            m_plan.call(part -> part.keepRows(wanted, inputs, gradient), inputs, gradient);
        }
        if (gradients.needed(m_input)) {
            final Primitive data = m_plan.keep(Onednn.denseData(new Tensors(m_plan.map(m_input).layout(),
                Onednn.any(sizes()), null, gradient.layout()), m_forward));
            final Slot share = gradients.target(m_input);
            m_plan.run(data, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_WEIGHTS, weights(data.weights()),
                DNNL_ARG_DIFF_SRC, share);
            gradients.deliver(m_input, share);
        }
    }

    private Tensors free() {
        return new Tensors(Onednn.any(m_plan.sizes(m_input)), Onednn.any(sizes()), bias(),
            Onednn.plain(m_plan.images(), m_layer.units()));
    }

    private Slot weights(final dnnl_memory_desc_t layout) {
        return m_plan.weights().converted(m_tensors.get(0), Onednn.plain(sizes()), layout);
    }

    private Slot rows(final Slot maps) {
        return m_plan.view(maps, Onednn.plain(m_plan.images(), m_layer.units()));
    }

    /** Units, and one weight for each value of an image. */
    private long[] sizes() {
        final long[] sizes = m_plan.sizes(m_input);
        sizes[0] = m_layer.units();
        return sizes;
    }

    private dnnl_memory_desc_t bias() {
        return Onednn.plain(m_layer.units());
    }
}
