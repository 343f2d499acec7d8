// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Onednn.Mean;
import org.frugalvision.engine.kernel.Onednn.Sliding;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Pooling;

/**
 * A {@link Pooling} or a {@link GlobalAveragePooling}. Of equal values in a window, the first one in row order gets the
 * gradient of a maximum.
 */
final class PoolingKernel implements LayerKernel {

    private final Plan m_plan;

    private final int m_place;

    private final int m_input;

    private final Sliding m_sliding;

    private final Mean m_mean;

    private Primitive m_forward;

    private Slot m_workspace;

    PoolingKernel(final Plan plan, final int place, final Pooling layer) {
        this(plan, place, new Sliding(layer.kernel(), layer.stride(), layer.padding()),
            layer.kind() == Pooling.Kind.MAXIMUM ? Mean.MAXIMUM : Mean.WITH_PADDING);
    }

    /** A mean over whole maps. */
    PoolingKernel(final Plan plan, final int place, final GlobalAveragePooling layer) {
        this(plan, place, whole(plan.graph().inputShapes(place).get(0)), Mean.WITH_PADDING);
    }

    private PoolingKernel(final Plan plan, final int place, final Sliding sliding, final Mean mean) {
        m_plan = plan;
        m_place = place;
        m_input = plan.graph().inputs(place).get(0);
        m_sliding = sliding;
        m_mean = mean;
    }

    private static Sliding whole(final ImageShape map) {
        return new Sliding(map.height(), map.width(), 1, 0);
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
        final Slot source = m_plan.map(m_input);
        m_forward = m_plan.keep(Onednn.pooling(m_sliding, m_mean, m_plan.training(), source.layout(),
            Onednn.any(m_plan.sizes(m_place))));
        final Slot destination = m_plan.slot(m_forward.destination());
        if (Onednn.bytes(m_forward.workspace()) > 0) {
            m_workspace = m_plan.slot(m_forward.workspace());
        }
        m_plan.run(m_forward, DNNL_ARG_SRC, source, DNNL_ARG_DST, destination, DNNL_ARG_WORKSPACE, m_workspace);
        m_plan.setMap(m_place, destination);
    }

    private void backward() {
        final Gradients gradients = m_plan.gradients();
        gradients.cut(m_place, Activations.backward(m_plan.graph(), m_place));
        if (gradients.needed(m_input)) {
            final Slot share = gradients.target(m_input);
            final Primitive backward = m_plan.keep(Onednn.poolingBackward(m_sliding, m_mean, share.layout(),
                gradients.of(m_place).layout(), m_forward));
            m_plan.run(backward, DNNL_ARG_DIFF_DST, gradients.of(m_place), DNNL_ARG_DIFF_SRC, share,
                DNNL_ARG_WORKSPACE, m_workspace);
            gradients.deliver(m_input, share);
        }
    }
}
