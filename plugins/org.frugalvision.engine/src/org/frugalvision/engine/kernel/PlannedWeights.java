// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.frugalvision.engine.network.Tensor;

/**
 * The weights of a {@link Plan} in the layouts that its primitives want, one copy for all parts, made anew once for
 * each version of the weights; and the places of their gradients, which each part has for itself.
 */
final class PlannedWeights implements AutoCloseable {

    private final Plan m_plan;

    private final StoredWeights m_stored;

    private final List<Converted> m_converted = new ArrayList<>();

    /** In the memory of the plan, made by the conversions. */
    private final List<Slot> m_made = new ArrayList<>();

    private final List<Action> m_conversions = new ArrayList<>();

    private final List<Unsummed> m_unsummed = new ArrayList<>();

    private final List<Gradient> m_gradients = new ArrayList<>();

    private final List<DenseGradient> m_dense = new ArrayList<>();

    private final Arena m_memory = new Arena();

    private long m_version;

    PlannedWeights(final Plan plan, final StoredWeights stored) {
        m_plan = plan;
        m_stored = stored;
    }

    /**
     * The gradient of a tensor.
     *
     * @param tensor which
     * @param slot where each part leaves its share
     * @param plain where the sum of the first part of the plan is put in order
     * @param conversion how; null if both places are one
     */
    record Gradient(Tensor tensor, Slot slot, Slot plain, Run conversion) {
    }

    /** The tensor as it is stored. */
    Slot stored(final Tensor tensor, final dnnl_memory_desc_t plain) {
        final Slot slot = m_plan.slot(plain, Slot.Where.WEIGHTS, null);
        slot.place(m_stored.offset(tensor));
        return slot;
    }

    /** The tensor in another layout. */
    Slot converted(final Tensor tensor, final dnnl_memory_desc_t plain, final dnnl_memory_desc_t layout) {
        for (final Converted present : m_converted) {
            if (present.tensor() == tensor && Onednn.equal(present.slot().layout(), layout)) {
                return present.slot();
            }
        }
        final Slot slot = reordered(stored(tensor, plain), layout);
        m_converted.add(new Converted(tensor, slot));
        return slot;
    }

    /**
     * Filters with outputs for inputs, and each turned by half a turn: with them a convolution takes gradients back.
     *
     * @param sizes outputs, inputs, height, width of the filters as they are stored
     */
    Slot turned(final Tensor tensor, final dnnl_memory_desc_t layout, final long... sizes) {
        final Slot plain = made(Onednn.plain(sizes[1], sizes[0], sizes[2], sizes[3]));
        m_conversions.add(part -> part.put(plain, turned(m_stored.values(List.of(tensor)), sizes)));
        return reordered(plain, layout);
    }

    /**
     * The tensor in whole numbers of 8 bits.
     *
     * @param steps what a one stands for, for each output
     * @param outputs the axes of outputs, a bit for each
     */
    Slot rounded(final Tensor tensor, final dnnl_memory_desc_t plain, final dnnl_memory_desc_t layout,
        final float[] steps, final int outputs) {
        final float[] factors = new float[steps.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 1 / steps[i];
        }
        return made(stored(tensor, plain), layout, OnednnEightBit.reorder(plain, layout, outputs, factors));
    }

    /** The tensor, each value divided by another one. */
    Slot divided(final Tensor tensor, final dnnl_memory_desc_t plain, final float[] divisors) {
        final Slot slot = made(plain);
        m_conversions.add(part -> {
            final float[] values = m_stored.values(List.of(tensor));
            for (int i = 0; i < values.length; i++) {
                values[i] /= divisors[i];
            }
            part.put(slot, values);
        });
        return slot;
    }

    private static float[] turned(final float[] filters, final long... sizes) {
        final int inputs = (int)sizes[1];
        final int plane = (int)(sizes[2] * sizes[3]);
        final float[] turned = new float[filters.length];
        for (int i = 0; i < filters.length; i++) {
            final int filter = i / plane;
            final int other = filter % inputs * (int)sizes[0] + filter / inputs;
            turned[(other + 1) * plane - 1 - i % plane] = filters[i];
        }
        return turned;
    }

    private Slot reordered(final Slot slot, final dnnl_memory_desc_t layout) {
        if (Onednn.equal(slot.layout(), layout)) {
            return slot;
        }
        return made(slot, layout, Onednn.reorder(slot.layout(), layout));
    }

    private Slot made(final Slot slot, final dnnl_memory_desc_t layout, final Primitive conversion) {
        final Slot made = made(layout);
        m_conversions.add(
            m_plan.newRun(0, m_plan.keep(conversion), DNNL_ARG_FROM, slot, DNNL_ARG_TO, made));
        return made;
    }

    private Slot made(final dnnl_memory_desc_t layout) {
        final Slot slot = m_plan.slot(layout, Slot.Where.PLAN, null);
        m_made.add(slot);
        return slot;
    }

    /** Whether the gradient of a tensor is wanted. */
    boolean wanted(final Tensor tensor) {
        return m_plan.purpose().trained().get(m_plan.graph().tensors().indexOf(tensor));
    }

    /** Where a part leaves the gradient of a tensor. */
    Slot gradient(final Tensor tensor, final dnnl_memory_desc_t plain, final dnnl_memory_desc_t layout) {
        final Slot slot = m_plan.slot(layout);
        if (wanted(tensor)) {
            m_unsummed.add(new Unsummed(tensor, slot, plain));
        }
        return slot;
    }

    /** A dense layer whose gradient is not left by parts, but made of the whole batch. */
    void add(final DenseGradient layer) {
        m_dense.add(layer);
    }

    List<DenseGradient> dense() {
        return m_dense;
    }

    void planSums(final int time) {
        for (final Unsummed one : m_unsummed) {
            one.slot().touch(time);
            if (Onednn.equal(one.plain(), one.slot().layout())) {
                m_gradients.add(new Gradient(one.tensor(), one.slot(), one.slot(), null));
            } else {
                final Slot plain = m_plan.slot(one.plain());
                m_gradients.add(new Gradient(one.tensor(), one.slot(), plain,
                    m_plan.newRun(time, m_plan.keep(Onednn.reorder(one.slot().layout(), one.plain())),
                        DNNL_ARG_FROM, one.slot(), DNNL_ARG_TO, plain)));
            }
        }
    }

    List<Gradient> gradients() {
        return m_gradients;
    }

    /** Gives the converted weights their memory. */
    void allocate() {
        long end = 0;
        for (final Slot slot : m_made) {
            slot.place(end);
            end = SlotPlaces.aligned(end + slot.bytes());
        }
        if (end > 0) {
            m_memory.grow(end);
        }
    }

    Floats at(final Slot slot) {
        return slot.where() == Slot.Where.PLAN ? m_memory.at(slot.offset()) : m_stored.at(slot.offset());
    }

    /** A copy of the values of tensors that follow each other. */
    float[] values(final List<Tensor> tensors) {
        return m_stored.values(tensors);
    }

    /** Brings the converted weights up to date; any part of the plan will do. */
    void refresh(final OnednnPart part) {
        if (m_version != m_stored.version()) {
            m_conversions.forEach(conversion -> conversion.run(part));
            m_version = m_stored.version();
        }
    }

    @Override
    public void close() {
        m_memory.close();
    }

    private record Converted(Tensor tensor, Slot slot) {
    }

    private record Unsummed(Tensor tensor, Slot slot, dnnl_memory_desc_t plain) {
    }
}
