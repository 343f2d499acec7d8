// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.engine.kernel.PlannedWeights.Gradient;
import org.frugalvision.engine.run.CanceledException;

/**
 * The sum of the gradients that parts have left in their memory, each value in the order of the parts: first in the
 * layout they have, range by range, in the memory of the first part; then put into plain order, tensor by tensor.
 */
final class GradientSum {

    /** Values of a range: as many as stay in the first cache. */
    private static final int RANGE = 2048;

    private final Plan m_plan;

    private final List<OnednnPart> m_parts;

    GradientSum(final Plan plan, final List<OnednnPart> parts) {
        m_plan = plan;
        m_parts = parts;
    }

    void add(final Workers workers, final float[] target) throws CanceledException {
        if (m_parts.size() > 1) {
            final List<Range> ranges = ranges();
            final AtomicInteger next = new AtomicInteger();
            workers.all(index -> {
                final float[] sum = new float[RANGE];
                final float[] values = new float[RANGE];
                for (int i = next.getAndIncrement(); i < ranges.size(); i = next.getAndIncrement()) {
                    sum(ranges.get(i), sum, values);
                }
                return null;
            });
        }
        final AtomicInteger next = new AtomicInteger();
        final List<Gradient> gradients = m_plan.weights().gradients();
        workers.all(index -> {
            for (int i = next.getAndIncrement(); i < gradients.size(); i = next.getAndIncrement()) {
                add(gradients.get(i), target);
            }
            return null;
        });
    }

    private List<Range> ranges() {
        final List<Range> ranges = new ArrayList<>();
        for (final Gradient gradient : m_plan.weights().gradients()) {
            final long length = gradient.slot().bytes() / Float.BYTES;
            for (long from = 0; from < length; from += RANGE) {
                ranges.add(new Range(gradient.slot(), from, (int)Math.min(RANGE, length - from)));
            }
        }
        return ranges;
    }

    private void sum(final Range range, final float[] sum, final float[] values) {
        m_parts.get(0).at(range.slot(), range.from()).get(sum, 0, range.length());
        for (int part = 1; part < m_parts.size(); part++) {
            m_parts.get(part).at(range.slot(), range.from()).get(values, 0, range.length());
            for (int i = 0; i < range.length(); i++) {
                sum[i] += values[i];
            }
        }
        m_parts.get(0).at(range.slot(), range.from()).put(sum, 0, range.length());
    }

    private void add(final Gradient gradient, final float[] target) {
        if (gradient.conversion() != null) {
            m_parts.get(0).execute(gradient.conversion());
        }
        final int length = gradient.tensor().length();
        final float[] values = m_parts.get(0).values(gradient.plain(), length);
        final int from = gradient.tensor().offset();
        for (int i = 0; i < length; i++) {
            target[from + i] += values[i];
        }
    }

    private record Range(Slot slot, long from, int length) {
    }
}
