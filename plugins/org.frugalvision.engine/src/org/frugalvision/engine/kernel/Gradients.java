// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.network.Activation;

/** Where in a {@link Plan} the gradient by the output of each place lies: in the layout of that output. */
final class Gradients {

    private final Plan m_plan;

    private final Slot[] m_slots;

    /** The gradient by the scores, in plain order. */
    private Slot m_loss;

    Gradients(final Plan plan) {
        m_plan = plan;
        m_slots = new Slot[plan.graph().last() + 1];
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

    /** The whole gradient, in a step that comes after those of all readers. */
    Slot of(final int place) {
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
        if (m_slots[place] == null && Onednn.equal(layout, m_plan.map(place).layout())) {
            m_slots[place] = m_plan.slot(layout);
            return m_slots[place];
        }
        return m_plan.slot(layout);
    }

    void deliver(final int place, final Slot share) {
        if (m_slots[place] == null) {
            m_slots[place] = m_plan.slot(m_plan.map(place).layout());
            m_plan.copy(share, m_slots[place]);
        } else if (m_slots[place] != share) {
            m_plan.add(m_slots[place], m_plan.converted(share, m_slots[place].layout()), Activation.IDENTITY);
        }
    }

    /** Whether a place has one reader and its layout, so that both may have their gradients in the same memory. */
    boolean mayShare(final int place, final Slot gradient) {
        return m_plan.graph().readers(place).size() == 1
            && Onednn.equal(gradient.layout(), m_plan.map(place).layout());
    }

    /** The only reader's own gradient, changed or not, becomes that of the place. */
    void share(final int place, final Slot gradient) {
        m_slots[place] = gradient;
    }

    /** Makes the gradient of a place that before its activation; in place. */
    void cut(final int place, final Activation activation) {
        if (activation != Activation.IDENTITY) {
            final dnnl_memory_desc_t layout = m_plan.map(place).layout();
            final Primitive forward = m_plan.keep(Onednn.activation(activation, layout));
            final boolean invertible = activation.invertible();
            m_plan.run(m_plan.keep(Onednn.activationBackward(activation, layout, forward)),
                invertible ? DNNL_ARG_DST : DNNL_ARG_SRC, invertible ? m_plan.map(place) : m_plan.before(place),
                DNNL_ARG_DIFF_DST, m_slots[place], DNNL_ARG_DIFF_SRC, m_slots[place]);
        }
    }
}
