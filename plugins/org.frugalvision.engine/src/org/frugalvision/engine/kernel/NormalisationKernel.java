// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.Arrays;
import java.util.List;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.kernel.Onednn.Sliding;
import org.frugalvision.engine.kernel.Onednn.Tensors;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Tensor;

/**
 * A {@link BatchNormalization} by statistics that are given: those of the whole batch, to which a part gives its share,
 * or the running ones.
 */
final class NormalisationKernel implements LayerKernel {

    private final Plan m_plan;

    private final int m_place;

    private final int m_input;

    private final BatchNormalization m_layer;

    private final int m_channels;

    private final boolean m_measured;

    private Slot m_mean;

    private Slot m_variance;

    private Slot m_scaleShift;

    private Slot m_workspace;

    private Primitive m_forward;

    /** What the step before spreading leaves of the gradient by the input. */
    private Slot m_share;

    NormalisationKernel(final Plan plan, final int place, final BatchNormalization layer) {
        m_plan = plan;
        m_place = place;
        m_input = plan.graph().inputs(place).get(0);
        m_layer = layer;
        m_channels = plan.graph().shape(place).channels();
        m_measured = plan.schedule().measured(place);
    }

    @Override
    public void plan(final Work work) {
        switch (work) {
            case MEASURE -> measure();
            case FORWARD -> forward();
            case BACKWARD, SUM -> backward();
            case SPREAD -> spread();
        }
    }

    private void measure() {
        final Slot source = m_plan.map(m_input);
        final Slot mean = channels();
        final Slot variance = channels();
        m_plan.setMap(m_place, m_plan.slot(source.layout()));
        m_plan.run(m_plan.keep(Onednn.statistics(source.layout())), DNNL_ARG_SRC, source, DNNL_ARG_DST,
            m_plan.map(m_place), DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance);
        m_plan.call(part -> part.statistics(m_place).measured(part.number(), part.images(),
            part.values(mean, m_channels), part.values(variance, m_channels)), mean, variance);
    }

    private void forward() {
        final List<Tensor> tensors = m_plan.graph().tensors(m_place);
        final Slot source = m_plan.map(m_input);
        m_scaleShift = m_plan.weights().stored(tensors.get(0), Onednn.plain(2, m_channels));
        if (m_measured) {
            m_mean = channels();
            m_variance = channels();
            m_plan.call(part -> {
                part.put(m_mean, part.statistics(m_place).mean());
                part.put(m_variance, part.statistics(m_place).variance());
            }, m_mean, m_variance);
        } else {
            m_plan.setMap(m_place, m_plan.slot(source.layout()));
            m_mean = m_plan.weights().stored(tensors.get(2), Onednn.plain(m_channels));
            m_variance = m_plan.weights().stored(tensors.get(3), Onednn.plain(m_channels));
        }
        m_forward = m_plan.keep(Onednn.normalisation(source.layout(), m_layer.epsilon(), m_plan.training(), relu()));
        if (Onednn.bytes(m_forward.workspace()) > 0) {
            m_workspace = m_plan.slot(m_forward.workspace());
        }
        m_plan.run(m_forward, DNNL_ARG_SRC, source, DNNL_ARG_MEAN, m_mean, DNNL_ARG_VARIANCE, m_variance,
            DNNL_ARG_SCALE_SHIFT, m_scaleShift, DNNL_ARG_WORKSPACE, m_workspace, DNNL_ARG_DST, m_plan.map(m_place));
        if (cutsApart()) {
            m_plan.activate(m_place, m_layer.activation());
        }
    }

    private void backward() {
        final Gradients gradients = m_plan.gradients();
        if (cutsApart()) {
            gradients.cut(m_place, m_layer.activation());
        }
        final Slot gradient = gradients.of(m_place);
        final Slot source = m_plan.map(m_input);
        // the primitive always gives the gradient by the input; in place it takes half as long again
        m_share = m_plan.slot(source.layout());
        final Slot sums = m_plan.slot(Onednn.plain(2, m_channels));
        m_plan.run(m_plan.keep(Onednn.normalisationBackward(source.layout(), m_layer.epsilon(), relu(), m_forward)),
            DNNL_ARG_SRC, source, DNNL_ARG_MEAN, m_mean, DNNL_ARG_VARIANCE, m_variance, DNNL_ARG_DIFF_DST, gradient,
            DNNL_ARG_SCALE_SHIFT, m_scaleShift, DNNL_ARG_WORKSPACE, m_workspace, DNNL_ARG_DIFF_SRC, m_share,
            DNNL_ARG_DIFF_SCALE_SHIFT, sums);
        m_plan.call(part -> part.statistics(m_place).summed(part.number(), part.values(sums, 2 * m_channels)), sums);
        if (!m_measured) {
            deliver();
        }
    }

    private void spread() {
        final Slot source = m_plan.map(m_input);
        final Primitive convolution = m_plan.keep(Onednn.convolution(new Sliding(1, 1, 0), true, true,
            new Tensors(source.layout(), Onednn.any(m_channels, 1, 1, 1, 1), Onednn.plain(m_channels),
                source.layout()), Activation.IDENTITY));
        if (convolution.implementation().startsWith("jit_dw")) {
            final Slot factors = m_plan.slot(convolution.weights());
            final Slot summands = channels();
            putCoefficients(factors, summands);
            m_plan.run(convolution, DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, factors, DNNL_ARG_BIAS, summands,
                DNNL_ARG_DST, m_share);
        } else {
            spreadByBinary();
        }
        deliver();
    }

    private void putCoefficients(final Slot factors, final Slot summands) {
        m_plan.call(part -> {
            putPadded(part, factors, part.statistics(m_place).factors());
            putPadded(part, summands, part.statistics(m_place).summands());
        }, factors, summands);
    }

    private void spreadByBinary() {
        // where maps are one value each, oneDNN's binary operation takes rows for columns, unless it is given a matrix
        final boolean vectors = m_plan.graph().shape(m_place).size() == m_channels
            && Onednn.equal(m_plan.map(m_input).layout(), m_plan.plainMaps(m_input));
        final dnnl_memory_desc_t perChannel = vectors ? Onednn.plain(1, m_channels)
            : Onednn.perChannel(m_plan.map(m_input).layout(), m_plan.sizes(m_input));
        final dnnl_memory_desc_t layout =
            vectors ? Onednn.plain(m_plan.images(), m_channels) : m_plan.map(m_input).layout();
        final Slot factors = m_plan.slot(perChannel);
        final Slot summands = m_plan.slot(perChannel);
        putCoefficients(factors, summands);
        m_plan.run(m_plan.keep(Onednn.linear(layout, perChannel)), DNNL_ARG_SRC_0,
            m_plan.view(m_plan.map(m_input), layout), DNNL_ARG_SRC_1, factors, Onednn.SUMMAND, summands, DNNL_ARG_DST,
            m_plan.view(m_share, layout));
    }

    /** Values for all channels, and zeros for those that only the layout has. */
    private static void putPadded(final OnednnPart part, final Slot slot, final float[] values) {
        part.put(slot, Arrays.copyOf(values, (int)(slot.bytes() / Float.BYTES)));
    }

    private void deliver() {
        if (m_plan.gradients().needed(m_input)) {
            m_plan.gradients().deliver(m_input, m_share);
        }
    }

    /** Only ReLU can be part of the primitive. */
    private boolean relu() {
        return m_layer.activation() == Activation.RELU;
    }

    private boolean cutsApart() {
        return m_layer.activation() != Activation.IDENTITY && !relu();
    }

    private Slot channels() {
        return m_plan.slot(Onednn.plain(m_channels));
    }
}
