// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.stream.IntStream;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.network.Activation;

/** Where in a {@link Plan} the gradient by the output of each place lies: in the layout of that output. */
final class Gradients {

    private final Plan m_plan;

    private final Slot[] m_slots;

    /** Places whose gradient is not needed any more. */
    private final boolean[] m_taken;

    /** The gradient by the scores, in plain order. */
    private Slot m_loss;

    Gradients(final Plan plan) {
        m_plan = plan;
        m_slots = new Slot[plan.graph().last() + 1];
        m_taken = new boolean[m_slots.length];
    }

    /** Where the gradient of the loss is put before all others. */
    void planLoss(final int time) {
        if (!m_plan.schedule().backward().isEmpty()) {
            m_loss = m_plan.slot(m_plan.plainMaps(m_plan.graph().last()));
            m_loss.touch(time);
        }
    }

    /** Where that is. */
    Slot loss() {
        return m_loss;
    }

    /** Brings the gradient of the loss into the layout of the scores; to be called before each step of their place. */
    void takeLoss() {
        final int last = m_plan.graph().last();
        if (m_slots[last] == null) {
            m_slots[last] = m_plan.converted(m_loss, m_plan.map(last).layout());
        }
    }

    /** The whole gradient, in the only step of its place that needs it, which comes after those of all readers. */
    Slot of(final int place) {
        m_taken[place] = true;
        return m_slots[place];
    }

    boolean needed(final int place) {
        return m_plan.schedule().needed(place);
    }

    /** Where a reader is to write its share, which it then must {@link #deliver}. */
    Slot target(final int place) {
        return target(place, m_plan.map(place).layout());
    }

    /** The same for a reader that wants to choose the layout. */
    Slot target(final int place, final dnnl_memory_desc_t layout) {
        return m_plan.slot(layout);
    }

    /** Takes the share of a reader, which does not need its memory any more. */
    void deliver(final int place, final Slot share) {
        final Slot fitting = m_plan.converted(share, m_plan.map(place).layout());
        add(place, fitting, fitting);
    }

    /** Takes a gradient that the reader or other places need, too. */
    void lend(final int place, final Slot gradient) {
        final Slot fitting = m_plan.converted(gradient, m_plan.map(place).layout());
        add(place, fitting, fitting == gradient && m_slots[place] != null ? m_plan.slot(gradient.layout()) : fitting);
    }

    private void add(final int place, final Slot share, final Slot sum) {
        if (m_slots[place] != null) {
            m_plan.run(m_plan.keep(Onednn.addition(sum.layout(), Activation.IDENTITY)), DNNL_ARG_SRC_0, m_slots[place],
                DNNL_ARG_SRC_1, share, DNNL_ARG_DST, sum);
        }
        m_slots[place] = sum;
    }

    /** Makes the gradient of a place that before its activation; in place, unless others need what is there. */
    void cut(final int place, final Activation activation) {
        if (activation != Activation.IDENTITY) {
            final dnnl_memory_desc_t layout = m_plan.map(place).layout();
            final Primitive forward = m_plan.keep(Onednn.activation(activation, layout));
            final boolean invertible = activation.invertible();
            final Slot gradient = m_slots[place];
            m_slots[place] = isLent(place) ? m_plan.slot(layout) : gradient;
            m_plan.run(m_plan.keep(Onednn.activationBackward(activation, layout, forward)),
                invertible ? DNNL_ARG_DST : DNNL_ARG_SRC, invertible ? m_plan.map(place) : m_plan.before(place),
                DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_SRC, m_slots[place]);
        }
    }

    /** Whether the gradient of a place lies where that of another one does that has not taken it yet. */
    private boolean isLent(final int place) {
        return IntStream.range(0, m_slots.length)
            .anyMatch(other -> other != place && !m_taken[other] && m_slots[other] == m_slots[place]);
    }
}
