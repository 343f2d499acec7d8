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
            m_parts.set(memory, new OnednnPart(m_plan, m_library.arena(memory)));
        }
        final OnednnPart part = m_parts.get(memory);
        part.bind();
        m_plan.weights().refresh(part);
        return part;
    }

    @Override
    public void addGradients(final List<Part> parts, final Workers workers, final float[] gradient)
        throws CanceledException {
        new GradientSum(m_plan, parts.stream().map(OnednnPart.class::cast).toList(), workers).add(gradient);
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
