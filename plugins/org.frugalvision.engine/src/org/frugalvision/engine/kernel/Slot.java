// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.bytedeco.dnnl.dnnl_memory_desc_t;

/**
 * A place for values of one layout in the memory of a part, of a plan or of the weights. Within a part, places that are
 * never needed at the same time may overlap.
 */
final class Slot {

    private final dnnl_memory_desc_t m_layout;

    private final Where m_where;

    /** The slot whose memory this one shares, or null. */
    private final Slot m_base;

    private final int m_index;

    private long m_offset;

    private int m_first = Integer.MAX_VALUE;

    private int m_last = -1;

    /** Whose memory. */
    enum Where {
        PART, PLAN, WEIGHTS
    }

    Slot(final dnnl_memory_desc_t layout, final Where where, final int index, final Slot base) {
        m_layout = layout;
        m_where = where;
        m_index = index;
        m_base = base;
    }

    dnnl_memory_desc_t layout() {
        return m_layout;
    }

    Where where() {
        return m_where;
    }

    /** Number among the slots of its plan. */
    int index() {
        return m_index;
    }

    Slot base() {
        return m_base == null ? this : m_base.base();
    }

    boolean isView() {
        return m_base != null;
    }

    long bytes() {
        return Onednn.bytes(m_layout);
    }

    long offset() {
        return base().m_offset;
    }

    void place(final long offset) {
        m_offset = offset;
    }

    /** Its values are needed in this step. */
    void touch(final int step) {
        final Slot base = base();
        base.m_first = Math.min(base.m_first, step);
        base.m_last = Math.max(base.m_last, step);
    }

    boolean overlapsInTime(final Slot other) {
        return m_first <= other.m_last && other.m_first <= m_last;
    }
}
