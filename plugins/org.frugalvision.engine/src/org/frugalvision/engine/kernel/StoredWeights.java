// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * A network's weights in native memory, each tensor in plain order at a multiple of 64; only shifts follow their scales
 * directly, which is how oneDNN wants them.
 */
final class StoredWeights implements AutoCloseable {

    private final List<Tensor> m_tensors;

    private final long[] m_offsets;

    private final Arena m_memory = new Arena();

    private float[] m_weights;

    private long m_version;

    StoredWeights(final Graph graph) {
        m_tensors = graph.tensors();
        m_offsets = new long[m_tensors.size()];
        long end = 0;
        for (int i = 0; i < m_offsets.length; i++) {
            final Tensor tensor = m_tensors.get(i);
            m_offsets[i] = tensor.shape().role() == Role.SHIFT ? end : SlotPlaces.aligned(end);
            end = m_offsets[i] + (long)Float.BYTES * tensor.length();
        }
        m_memory.grow(end);
        put(new float[graph.parameters()]);
    }

    /** Shared, and only changed before the next call. */
    void put(final float[] weights) {
        m_weights = weights;
        m_version++;
        for (int i = 0; i < m_offsets.length; i++) {
            final Tensor tensor = m_tensors.get(i);
            m_memory.at(m_offsets[i]).put(weights, tensor.offset(), tensor.length());
        }
    }

    /** Another one after each {@link #put}. */
    long version() {
        return m_version;
    }

    /** A copy of the values of tensors that follow each other. */
    float[] values(final List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            return new float[0];
        }
        final Tensor last = tensors.get(tensors.size() - 1);
        return Arrays.copyOfRange(m_weights, tensors.get(0).offset(), last.offset() + last.length());
    }

    long offset(final Tensor tensor) {
        for (int i = 0; i < m_offsets.length; i++) {
            if (m_tensors.get(i).offset() == tensor.offset()) {
                return m_offsets[i];
            }
        }
        throw new IllegalArgumentException(tensor.node() + " has no such tensor.");
    }

    Floats at(final long offset) {
        return m_memory.at(offset);
    }

    @Override
    public void close() {
        m_memory.close();
    }
}
