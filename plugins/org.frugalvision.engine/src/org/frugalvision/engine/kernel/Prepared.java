// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.HashMap;
import java.util.Map;

import org.frugalvision.engine.network.Graph;

/** A network made ready for one purpose, for parts of all sizes that came so far. */
final class Prepared implements AutoCloseable {

    private final Graph m_graph;

    private final Purpose m_purpose;

    private final Schedule m_schedule;

    private final Library m_library;

    private final Map<Integer, PartPool> m_pools = new HashMap<>();

    Prepared(final Graph graph, final Purpose purpose, final Library library) {
        m_graph = graph;
        m_purpose = purpose;
        m_schedule = new Schedule(graph, purpose);
        m_library = library;
    }

    Graph graph() {
        return m_graph;
    }

    Purpose purpose() {
        return m_purpose;
    }

    Schedule schedule() {
        return m_schedule;
    }

    /**
     * To be called by a thread of the workers.
     *
     * @param images of each part
     * @return parts of that size
     */
    PartPool pool(final int images) {
        return m_pools.computeIfAbsent(images, size -> m_library.pool(m_graph, m_schedule, m_purpose, size));
    }

    /** Images of a part that nothing holds together with others, at most. */
    int mostTogether() {
        return m_library.mostTogether(m_graph);
    }

    @Override
    public void close() {
        m_pools.values().forEach(PartPool::close);
        m_pools.clear();
    }
}
