// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.CanceledException;

/** Parts that follow one {@link Plan}. */
final class OnednnPool implements PartPool {

    private final OnednnLibrary m_library;

    private final Plan m_plan;

    private final List<OnednnPart> m_parts = new ArrayList<>();

    OnednnPool(final OnednnLibrary library, final Plan plan) {
        m_library = library;
        m_plan = plan;
    }

    @Override
    public Part part(final int memory) {
        while (m_parts.size() <= memory) {
            m_parts.add(null);
        }
        if (m_parts.get(memory) == null) {
            m_parts.set(memory, new OnednnPart(m_plan, m_library.arena(memory), m_library.rows()));
        }
        m_plan.weights().dense().forEach(layer -> m_library.reserve(layer, memory, m_plan.images()));
        final OnednnPart part = m_parts.get(memory);
        part.bind();
        m_plan.weights().refresh(part);
        return part;
    }

    @Override
    public void addGradients(final List<Part> parts, final Workers workers, final float[] gradient)
        throws CanceledException {
        final int first = parts.get(0).first();
        final Part last = parts.get(parts.size() - 1);
        final Stages stages = new Stages();
        new DenseSum(m_library.rows(), first, last.first() + last.images() - first).plan(m_plan.weights().dense(),
            stages, gradient);
        new GradientSum(m_plan, parts.stream().map(OnednnPart.class::cast).toList()).plan(stages, gradient);
        stages.run(workers);
    }

    @Override
    public void close() {
        for (final OnednnPart part : m_parts) {
            if (part != null) {
                part.close();
            }
        }
        m_plan.close();
    }
}
