// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Graph;

/** Computes on arrays, with operations of our own, of ND4J and of OpenBLAS: on every machine. */
final class ArrayLibrary implements Library {

    private float[] m_weights;

    private long m_version;

    ArrayLibrary(final Graph graph) {
        m_weights = new float[graph.parameters()];
    }

    @Override
    public void setWeights(final float[] weights) {
        m_weights = weights.clone();
        m_version++;
    }

    @Override
    public PartPool pool(final Graph graph, final Schedule schedule, final Purpose purpose, final int images) {
        return new ArrayPool(this, graph, schedule, purpose, images);
    }

    float[] weights() {
        return m_weights;
    }

    /** Another one after each change of the weights. */
    long version() {
        return m_version;
    }

    @Override
    public void close() {
        m_weights = null;
    }
}
