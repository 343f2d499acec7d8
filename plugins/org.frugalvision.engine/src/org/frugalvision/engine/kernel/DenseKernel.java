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

    private final long m_inputs;

    private Primitive m_forward;

    /** What goes in, an image in each row. */
    private Slot m_source;

    DenseKernel(final Plan plan, final int place, final Dense layer) {
        m_plan = plan;
        m_place = place;
        m_input = plan.graph().inputs(place).get(0);
        m_layer = layer;
        m_tensors = plan.graph().tensors(place);
        m_inputs = plan.graph().shape(m_input).size();
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
        m_forward = m_plan.keep(Onednn.dense(m_plan.training(), new Tensors(rows(m_inputs), Onednn.any(sizes()), bias(),
            rows(m_layer.units())), m_plan.fused(m_layer.activation())));
        m_source = m_plan.view(m_plan.converted(m_plan.map(m_input), m_plan.plainMaps(m_input)), rows(m_inputs));
        final Slot destination = m_plan.slot(m_plan.plainMaps(m_place));
        m_plan.run(m_forward, DNNL_ARG_SRC, m_source, DNNL_ARG_WEIGHTS, weights(m_forward.weights()), DNNL_ARG_BIAS,
            m_plan.weights().stored(m_tensors.get(1), bias()), DNNL_ARG_DST,
            m_plan.view(destination, rows(m_layer.units())));
        m_plan.setMap(m_place, destination);
        if (m_plan.fused(m_layer.activation()) != m_layer.activation()) {
            m_plan.activate(m_place, m_layer.activation());
        }
    }

    private void backward() {
        final Gradients gradients = m_plan.gradients();
        gradients.cut(m_place, Activations.backward(m_plan.graph(), m_place));
        final Slot gradient = m_plan.view(gradients.of(m_place), rows(m_layer.units()));
        final Optional<Tensor> weights = Optional.of(m_tensors.get(0)).filter(m_plan.weights()::wanted);
        final Optional<Tensor> biases = Optional.of(m_tensors.get(1)).filter(m_plan.weights()::wanted);
        if (weights.isPresent() || biases.isPresent()) {
            final DenseGradient wanted =
                new DenseGradient(m_place, (int)m_inputs, m_layer.units(), weights, biases);
            m_plan.weights().add(wanted);
            m_plan.call(part -> part.keepRows(wanted, m_source, gradient), m_source, gradient);
        }
        if (gradients.needed(m_input)) {
            final Primitive data = m_plan.keep(Onednn.denseData(
                new Tensors(rows(m_inputs), Onednn.any(sizes()), null, rows(m_layer.units())), m_forward));
            final Slot share = gradients.target(m_input, m_plan.plainMaps(m_input));
            m_plan.run(data, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_WEIGHTS, weights(data.weights()),
                DNNL_ARG_DIFF_SRC, m_plan.view(share, rows(m_inputs)));
            gradients.deliver(m_input, share);
        }
    }

    private Slot weights(final dnnl_memory_desc_t layout) {
        return m_plan.weights().converted(m_tensors.get(0), Onednn.plain(sizes()), layout);
    }

    /** An image in each row: for maps with rows and columns of their own, the library's code is many times slower. */
    private dnnl_memory_desc_t rows(final long values) {
        return Onednn.plain(m_plan.images(), values);
    }

    /** Units, and one weight for each value of an image. */
    private long[] sizes() {
        return new long[]{m_layer.units(), m_inputs};
    }

    private dnnl_memory_desc_t bias() {
        return Onednn.plain(m_layer.units());
    }
}
