// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.frugalvision.engine.kernel.PlannedWeights.Gradient;
import org.frugalvision.engine.run.CanceledException;

/**
 * The sum of the gradients that parts have left in their memory, each value in the order of the parts: range by range,
 * in the layout they have. What is not in plain order is summed in the memory of the first part, put into order there,
 * tensor by tensor, and added then.
 */
final class GradientSum {

    /** Values of a range: as many as stay in the first cache. */
    private static final int RANGE = 2048;

    private final Plan m_plan;

    private final List<OnednnPart> m_parts;

    private final Workers m_workers;

    GradientSum(final Plan plan, final List<OnednnPart> parts, final Workers workers) {
        m_plan = plan;
        m_parts = parts;
        m_workers = workers;
    }

    void add(final float[] target) throws CanceledException {
        final List<Gradient> gradients = m_plan.weights().gradients();
        final List<Gradient> unordered = gradients.stream().filter(one -> one.conversion() != null).toList();
        final List<Range> ranges = new ArrayList<>();
        for (final Gradient one : gradients) {
            if (one.conversion() == null) {
                addRanges(one, one.tensor().length(), ranges);
            } else if (m_parts.size() > 1) {
                addRanges(one, one.slot().bytes() / Float.BYTES, ranges);
            }
        }
        forAll(ranges, (range, buffer) -> {
            sum(range, buffer);
            if (range.gradient().conversion() == null) {
                add(range, buffer, target);
            } else {
                m_parts.get(0).at(range.gradient().slot(), range.from()).put(buffer.m_sum, 0, range.length());
            }
        });
        forAll(unordered, (one, buffer) -> m_parts.get(0).execute(one.conversion()));
        final List<Range> ordered = new ArrayList<>();
        unordered.forEach(one -> addRanges(one, one.tensor().length(), ordered));
        forAll(ordered, (range, buffer) -> {
            m_parts.get(0).at(range.gradient().plain(), range.from()).get(buffer.m_sum, 0, range.length());
            add(range, buffer, target);
        });
    }

    private void sum(final Range range, final Buffer buffer) {
        final Slot slot = range.gradient().slot();
        m_parts.get(0).at(slot, range.from()).get(buffer.m_sum, 0, range.length());
        for (int part = 1; part < m_parts.size(); part++) {
            m_parts.get(part).at(slot, range.from()).get(buffer.m_values, 0, range.length());
            for (int i = 0; i < range.length(); i++) {
                buffer.m_sum[i] += buffer.m_values[i];
            }
        }
    }

    private static void add(final Range range, final Buffer buffer, final float[] target) {
        final int from = range.gradient().tensor().offset() + (int)range.from();
        for (int i = 0; i < range.length(); i++) {
            target[from + i] += buffer.m_sum[i];
        }
    }

    /** Lets the threads take one piece of work after the other. */
    private <T> void forAll(final List<T> pieces, final BiConsumer<T, Buffer> work) throws CanceledException {
        if (pieces.isEmpty()) {
            return;
        }
        final AtomicInteger next = new AtomicInteger();
        m_workers.all(index -> {
            final Buffer buffer = new Buffer();
            for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) {
                work.accept(pieces.get(i), buffer);
            }
            return null;
        });
    }

    private static void addRanges(final Gradient gradient, final long length, final List<Range> ranges) {
        for (long from = 0; from < length; from += RANGE) {
            ranges.add(new Range(gradient, from, (int)Math.min(RANGE, length - from)));
        }
    }

    /** Some values of a gradient. */
    private record Range(Gradient gradient, long from, int length) {
    }

    /** Of a thread. */
    private static final class Buffer {

        private final float[] m_sum = new float[RANGE];

        private final float[] m_values = new float[RANGE];
    }
}
