// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.frugalvision.engine.kernel.Onednn.Mean;
import org.frugalvision.engine.kernel.Onednn.Sliding;
import org.frugalvision.engine.network.Pooling;

/** The largest of whole numbers, which is one of them: so nothing is rounded. */
final class EightBitPooling implements EightBitKernel {

    private final Plan m_plan;

    private final int m_place;

    private final Sliding m_sliding;

    EightBitPooling(final Plan plan, final int place, final Pooling layer) {
        m_plan = plan;
        m_place = place;
        m_sliding = new Sliding(layer.kernel(), layer.stride(), layer.padding());
    }

    @Override
    public boolean plan() {
        final EightBitMaps maps = m_plan.eightBits();
        if (!maps.computes(m_place)) {
            return false;
        }
        final EightBitMap input = maps.of(m_plan.graph().inputs(m_place).get(0));
        final Primitive forward = m_plan.keep(Onednn.pooling(m_sliding, Mean.MAXIMUM, false, input.slot().layout(),
            OnednnEightBit.any(input.signed(), m_plan.sizes(m_place))));
        final Slot destination = m_plan.slot(forward.destination());
        m_plan.run(forward, DNNL_ARG_SRC, input.slot(), DNNL_ARG_DST, destination);
        maps.set(m_place, new EightBitMap(destination, input.unit(), input.signed()));
        return true;
    }
}
