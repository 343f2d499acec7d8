// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;
import java.util.Optional;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.kernel.Onednn.Sliding;
import org.frugalvision.engine.kernel.Onednn.Tensors;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Tensor;

/** A {@link Convolution} or a {@link DepthwiseConvolution}, which is one with as many groups as channels. */
final class ConvolutionKernel implements LayerKernel {

    private final Plan m_plan;

    private final int m_place;

    private final int m_input;

    private final Sliding m_sliding;

    private final Activation m_activation;

    /** Of the filters. */
    private final long[] m_sizes;

    private final List<Tensor> m_tensors;

    private Primitive m_forward;

    ConvolutionKernel(final Plan plan, final int place, final Convolution layer) {
        this(plan, place, new Sliding(layer.kernel(), layer.stride(), layer.padding()), layer.activation(),
            layer.filters(), plan.sizes(plan.graph().inputs(place).get(0))[1], layer.kernel(), layer.kernel());
    }

    ConvolutionKernel(final Plan plan, final int place, final DepthwiseConvolution layer) {
        this(plan, place, new Sliding(layer.kernel(), layer.stride(), layer.padding()), layer.activation(),
            plan.sizes(place)[1], 1, 1, layer.kernel(), layer.kernel());
    }

    private ConvolutionKernel(final Plan plan, final int place, final Sliding sliding, final Activation activation,
        final long... sizes) {
        m_plan = plan;
        m_place = place;
        m_input = plan.graph().inputs(place).get(0);
        m_sliding = sliding;
        m_activation = activation;
        m_sizes = sizes;
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
        m_forward = m_plan.keep(Onednn.convolution(m_sliding, m_plan.training(), false, free(),
            m_plan.fused(m_activation)));
        final Optional<Residual> residual = Residual.of(m_plan, m_place).filter(
            found -> Onednn.equal(m_plan.map(found.other()).layout(), m_forward.destination()));
        final Slot destination = residual.map(found -> m_plan.map(found.other()))
            .orElseGet(() -> m_plan.slot(m_forward.destination()));
        residual.ifPresent(found -> m_forward = m_plan.keep(
            Onednn.convolution(m_sliding, false, true, free(destination.layout()), found.activation())));
        final Slot source = m_plan.converted(m_plan.map(m_input), m_forward.source());
        m_plan.run(m_forward, DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, filters(m_forward.weights()), DNNL_ARG_BIAS,
            m_tensors.size() > 1 ? m_plan.weights().stored(m_tensors.get(1), bias()) : null, DNNL_ARG_DST,
            destination);
        m_plan.setMap(m_place, destination);
        if (m_plan.fused(m_activation) != m_activation) {
            m_plan.activate(m_place, m_activation);
        }
    }

    private void backward() {
        final Gradients gradients = m_plan.gradients();
        gradients.cut(m_place, Activations.backward(m_plan.graph(), m_place));
        final Slot gradient = gradients.of(m_place);
        if (m_tensors.stream().anyMatch(m_plan.weights()::wanted)) {
            backwardWeights(gradient);
        }
        if (gradients.needed(m_input)) {
            // with a free layout the library would reorder maps; but for plain order, that of the image and of what was
            // computed on arrays, it has no fast code
            final dnnl_memory_desc_t source =
                m_plan.isPlain(m_input) ? Onednn.any(m_plan.sizes(m_input)) : m_plan.map(m_input).layout();
            final Primitive data = m_plan.keep(Onednn.convolutionData(m_sliding,
                new Tensors(source, Onednn.any(m_sizes), null, gradient.layout()), m_forward));
            final Slot share = gradients.target(m_input, data.sourceGradient());
            m_plan.run(data, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_WEIGHTS, filters(data.weights()),
                DNNL_ARG_DIFF_SRC, share);
            gradients.deliver(m_input, share);
        }
    }

    private void backwardWeights(final Slot gradient) {
        final Primitive weights = m_plan.keep(Onednn.convolutionWeights(m_sliding, free(), m_forward));
        final Slot source = m_plan.converted(m_plan.map(m_input), weights.source());
        m_plan.run(weights, DNNL_ARG_SRC, source, DNNL_ARG_DIFF_DST,
            m_plan.converted(gradient, weights.destinationGradient()), DNNL_ARG_DIFF_WEIGHTS,
            m_plan.weights().gradient(m_tensors.get(0), Onednn.plain(m_sizes), weights.weightGradient()),
            DNNL_ARG_DIFF_BIAS,
            m_tensors.size() > 1 ? m_plan.weights().gradient(m_tensors.get(1), bias(), bias()) : null);
    }

    private Slot filters(final dnnl_memory_desc_t layout) {
        return m_plan.weights().converted(m_tensors.get(0), Onednn.plain(m_sizes), layout);
    }

    /** All layouts as the library likes them. */
    private Tensors free() {
        return free(Onednn.any(m_plan.sizes(m_place)));
    }

    /** All others as the library likes them. */
    private Tensors free(final dnnl_memory_desc_t destination) {
        return new Tensors(Onednn.any(m_plan.sizes(m_input)), Onednn.any(m_sizes),
            m_tensors.size() > 1 ? bias() : null, destination);
    }

    private dnnl_memory_desc_t bias() {
        return Onednn.plain(m_plan.sizes(m_place)[1]);
    }
}
