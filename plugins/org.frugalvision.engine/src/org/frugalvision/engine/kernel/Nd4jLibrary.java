// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.Graph;

/**
 * Computes by ND4J's operations: on every machine. Maps stay where ND4J computes, which may be a GPU, from the batch to
 * the scores and back.
 */
final class Nd4jLibrary implements Library {

    private final Nd4jTransfers m_transfers;

    private final Nd4jWeights m_weights;

    private final List<Nd4jMemory> m_memories = new ArrayList<>();

    Nd4jLibrary(final Graph graph) {
        this(graph, (what, values) -> { });
    }

    /** @param listener is told of what crosses between the heap and ND4J's memory, by any thread */
    Nd4jLibrary(final Graph graph, final Nd4jTransfers.Listener listener) {
        m_transfers = new Nd4jTransfers(listener);
        m_weights = new Nd4jWeights(graph, m_transfers);
    }

    @Override
    public void setWeights(final float[] weights) {
        m_weights.put(weights);
    }

    @Override
    public PartPool pool(final Graph graph, final Schedule schedule, final Purpose purpose, final int images) {
        return new Nd4jPool(this, graph, schedule, purpose, images);
    }

    /** Any number: each call costs some microseconds, whatever it computes. */
    @Override
    public int mostTogether(final Graph graph) {
        return Integer.MAX_VALUE;
    }

    Nd4jTransfers transfers() {
        return m_transfers;
    }

    Nd4jWeights weights() {
        return m_weights;
    }

    Nd4jMemory memory(final int number) {
        while (m_memories.size() <= number) {
            m_memories.add(new Nd4jMemory());
        }
        return m_memories.get(number);
    }

    @Override
    public void close() {
        m_memories.forEach(Nd4jMemory::close);
        m_weights.close();
    }
}
