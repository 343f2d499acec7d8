// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.Graph;

/** Computes by oneDNN. Holds the weights, and memory for parts, which all sizes and purposes use in turn. */
final class OnednnLibrary implements Library {

    private final StoredWeights m_weights;

    private final EightBits m_eightBits;

    private final List<Arena> m_arenas = new ArrayList<>();

    private final DenseRows m_rows = new DenseRows();

    /** Images of the largest part so far. */
    private int m_largest;

    OnednnLibrary(final Graph graph, final EightBits eightBits) {
        m_weights = new StoredWeights(graph);
        m_eightBits = eightBits;
    }

    @Override
    public void setWeights(final float[] weights) {
        m_weights.put(weights);
    }

    @Override
    public PartPool pool(final Graph graph, final Schedule schedule, final Purpose purpose, final int images) {
        return new OnednnPool(this, new Plan(graph, schedule, purpose, images, m_weights, m_eightBits));
    }

    @Override
    public int mostTogether(final Graph graph) {
        return Cut.applied(graph);
    }

    Arena arena(final int memory) {
        while (m_arenas.size() <= memory) {
            m_arenas.add(new Arena());
        }
        return m_arenas.get(memory);
    }

    DenseRows rows() {
        return m_rows;
    }

    /** Makes room for the images of all parts up to one; those before it may be larger. */
    void reserve(final DenseGradient layer, final int memory, final int images) {
        m_largest = Math.max(m_largest, images);
        m_rows.reserve(layer, (memory + 1L) * m_largest);
    }

    @Override
    public void close() {
        m_rows.close();
        m_arenas.forEach(Arena::close);
        m_weights.close();
    }
}
