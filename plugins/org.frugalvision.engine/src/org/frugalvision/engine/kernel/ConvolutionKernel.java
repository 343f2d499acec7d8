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
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Tensor;

/** A {@link Convolution} or a {@link DepthwiseConvolution}, which is one with as many groups as channels. */
final class ConvolutionKernel implements LayerKernel {

    private static final int BLOCK = 16;

    private final Plan m_plan;

    private final int m_place;

    private final int m_input;

    private final Sliding m_sliding;

    private final Activation m_activation;

    /** Of the filters. */
    private final long[] m_sizes;

    private final List<Tensor> m_tensors;

    /** Whether maps go in and come out pixel after pixel; otherwise as the library likes them. */
    private boolean m_channelsLast;

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
        m_forward = m_plan.keep(fitting());
        final Optional<Residual> residual = Residual.of(m_plan, m_place).filter(
            found -> Onednn.equal(m_plan.map(found.other()).layout(), m_forward.destination()));
        final Slot destination = residual.map(found -> m_plan.map(found.other()))
            .orElseGet(() -> m_plan.slot(m_forward.destination()));
        residual.ifPresent(found -> m_forward = m_plan.keep(
            Onednn.convolution(m_sliding, false, true, tensors(destination.layout()), found.activation())));
        final Slot source = m_plan.converted(m_plan.map(m_input), m_forward.source());
        m_plan.run(m_forward, DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, filters(m_forward.weights()), DNNL_ARG_BIAS,
            m_tensors.size() > 1 ? m_plan.weights().stored(m_tensors.get(1), bias()) : null, DNNL_ARG_DST,
            destination);
        m_plan.setMap(m_place, destination);
        if (m_plan.fused(m_activation) != m_activation) {
            m_plan.activate(m_place, m_activation);
        }
    }

    /**
     * The layouts that the library likes have blocks of 16 channels, filled with zeros that are computed with. It has
     * code that does without, but that takes channels last, for which its normalisations are many times slower.
     */
    private Primitive fitting() {
        if (m_plan.training() && fillsBlocks() && !isNormalised()) {
            m_channelsLast = true;
            final Primitive withoutBlocks = convolution();
            if (withoutBlocks.implementation().startsWith("brgconv:")) {
                return withoutBlocks;
            }
            withoutBlocks.close();
            m_channelsLast = false;
        }
        return convolution();
    }

    private boolean fillsBlocks() {
        return m_sizes.length == 4 && m_sliding.height() > 1
            && (m_sizes[0] % BLOCK != 0 || m_sizes[1] % BLOCK != 0 && !m_plan.isPlain(m_input));
    }

    private boolean isNormalised() {
        return m_plan.graph().readers(m_place).stream()
            .anyMatch(reader -> m_plan.graph().layer(reader) instanceof BatchNormalization);
    }

    private Primitive convolution() {
        return Onednn.convolution(m_sliding, m_plan.training(), false, tensors(), m_plan.fused(m_activation));
    }

    private void backward() {
        final Gradients gradients = m_plan.gradients();
        gradients.cut(m_place, Activations.backward(m_plan.graph(), m_place));
        final Slot gradient = gradients.of(m_place);
        if (m_tensors.stream().anyMatch(m_plan.weights()::wanted)) {
            backwardWeights(gradient);
        }
        if (gradients.needed(m_input)) {
            if (m_channelsLast && m_sliding.stride() == 1 && m_sliding.padding() < m_sliding.height()) {
                backwardByTurnedFilters(gradient);
            } else {
                backwardData(gradient);
            }
        }
    }

    private void backwardData(final Slot gradient) {
        // with a free layout the library would reorder maps; but for plain order, that of the image and of what was
        // computed on arrays, it has no fast code
        final dnnl_memory_desc_t source =
            m_channelsLast || m_plan.isPlain(m_input) ? maps(m_input) : m_plan.map(m_input).layout();
        final Primitive data = m_plan.keep(Onednn.convolutionData(m_sliding,
            new Tensors(source, Onednn.any(m_sizes), null, gradient.layout()), m_forward));
        final Slot share = m_plan.gradients().target(m_input, data.sourceGradient());
        m_plan.run(data, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_WEIGHTS, filters(data.weights()), DNNL_ARG_DIFF_SRC,
            share);
        m_plan.gradients().deliver(m_input, share);
    }

    /** Code that does without blocks is there for the way forward only; turned filters make the way back one. */
    private void backwardByTurnedFilters(final Slot gradient) {
        final int kernel = m_sliding.height();
        final Primitive data = m_plan.keep(Onednn.convolution(new Sliding(kernel, 1, kernel - 1 - m_sliding.padding()),
            true, false, new Tensors(gradient.layout(), Onednn.any(m_sizes[1], m_sizes[0], kernel, kernel), null,
                maps(m_input)), Activation.IDENTITY));
        final Slot share = m_plan.gradients().target(m_input, data.destination());
        m_plan.run(data, DNNL_ARG_SRC, gradient, DNNL_ARG_WEIGHTS,
            m_plan.weights().turned(m_tensors.get(0), data.weights(), m_sizes), DNNL_ARG_DST, share);
        m_plan.gradients().deliver(m_input, share);
    }

    private void backwardWeights(final Slot gradient) {
        final Primitive weights = m_plan.keep(Onednn.convolutionWeights(m_sliding, tensors(), m_forward));
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

    private Tensors tensors() {
        return tensors(maps(m_place));
    }

    private Tensors tensors(final dnnl_memory_desc_t destination) {
        return new Tensors(maps(m_input), Onednn.any(m_sizes), m_tensors.size() > 1 ? bias() : null, destination);
    }

    private dnnl_memory_desc_t maps(final int place) {
        return m_channelsLast ? Onednn.channelsLast(m_plan.sizes(place)) : Onednn.any(m_plan.sizes(place));
    }

    private dnnl_memory_desc_t bias() {
        return Onednn.plain(m_plan.sizes(m_place)[1]);
    }
}
