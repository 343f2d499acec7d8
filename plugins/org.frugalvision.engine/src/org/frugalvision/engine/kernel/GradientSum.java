// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.kernel.PlannedWeights.Gradient;

/**
 * The sum of the gradients that parts have left in their memory, each value in the order of the parts: range by range,
 * in the layout they have. What is not in plain order is summed in the memory of the first part, put into order there,
 * tensor by tensor, and added then.
 */
final class GradientSum {

    private final Plan m_plan;

    private final List<OnednnPart> m_parts;

    GradientSum(final Plan plan, final List<OnednnPart> parts) {
        m_plan = plan;
        m_parts = parts;
    }

    /** @param target the sums are added to it by the stages 0 to 2 */
    void plan(final Stages stages, final float[] target) {
        for (final Gradient one : m_plan.weights().gradients()) {
            if (one.conversion() == null) {
                ranges(one, one.tensor().length()).forEach(range -> stages.add(0, scratch -> {
                    sum(range, scratch);
                    add(range, scratch, target);
                }));
            } else {
                planUnordered(one, stages, target);
            }
        }
    }

    private void planUnordered(final Gradient one, final Stages stages, final float[] target) {
        if (m_parts.size() > 1) {
            ranges(one, one.slot().bytes() / Float.BYTES).forEach(range -> stages.add(0, scratch -> {
                sum(range, scratch);
                m_parts.get(0).at(one.slot(), range.from()).put(scratch.sum(), 0, range.length());
            }));
        }
        stages.add(1, scratch -> m_parts.get(0).execute(one.conversion()));
        ranges(one, one.tensor().length()).forEach(range -> stages.add(2, scratch -> {
            m_parts.get(0).at(one.plain(), range.from()).get(scratch.sum(), 0, range.length());
            add(range, scratch, target);
        }));
    }

    private void sum(final Range range, final SumScratch scratch) {
        final Slot slot = range.gradient().slot();
        final float[] sum = scratch.sum();
        final float[] values = scratch.values();
        m_parts.get(0).at(slot, range.from()).get(sum, 0, range.length());
        for (int part = 1; part < m_parts.size(); part++) {
            m_parts.get(part).at(slot, range.from()).get(values, 0, range.length());
            for (int i = 0; i < range.length(); i++) {
                sum[i] += values[i];
            }
        }
    }

    private static void add(final Range range, final SumScratch scratch, final float[] target) {
        final float[] sum = scratch.sum();
        final int from = range.gradient().tensor().offset() + (int)range.from();
        for (int i = 0; i < range.length(); i++) {
            target[from + i] += sum[i];
        }
    }

    private static List<Range> ranges(final Gradient gradient, final long length) {
        final List<Range> ranges = new ArrayList<>();
        for (long from = 0; from < length; from += SumScratch.RANGE) {
            ranges.add(new Range(gradient, from, (int)Math.min(SumScratch.RANGE, length - from)));
        }
        return ranges;
    }

    /** Some values of a gradient. */
    private record Range(Gradient gradient, long from, int length) {
    }
}
