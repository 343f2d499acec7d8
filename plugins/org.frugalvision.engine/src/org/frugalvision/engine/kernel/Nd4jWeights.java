// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network's weights, on the heap and where ND4J computes: an array for each tensor. */
final class Nd4jWeights implements AutoCloseable {

    private final Graph m_graph;

    private final Nd4jTransfers m_transfers;

    private final INDArray[][] m_arrays;

    private float[] m_weights;

    private boolean m_stale = true;

    Nd4jWeights(final Graph graph, final Nd4jTransfers transfers) {
        m_graph = graph;
        m_transfers = transfers;
        m_arrays = new INDArray[graph.last() + 1][];
        m_weights = new float[graph.parameters()];
    }

    void put(final float[] weights) {
        m_weights = weights.clone();
        m_stale = true;
    }

    /** Brings the arrays up to date; to be called by a thread that computes, before the others do. */
    void refresh() {
        if (!m_stale) {
            return;
        }
        for (int place = 1; place <= m_graph.last(); place++) {
            final List<Tensor> tensors = m_graph.tensors(place);
            if (m_arrays[place] == null) {
                m_arrays[place] = tensors.stream()
                    .map(tensor -> Nd4j.createUninitializedDetached(DataType.FLOAT, shape(tensor)))
                    .toArray(INDArray[]::new);
            }
            for (int i = 0; i < m_arrays[place].length; i++) {
                final Tensor tensor = tensors.get(i);
                m_transfers.upload(Crossing.WEIGHTS, m_weights, tensor.offset(), tensor.length(),
                    m_arrays[place][i]);
            }
        }
        m_stale = false;
    }

    /** Of a node, in the order of its tensors; not to be changed. */
    INDArray[] of(final int place) {
        return m_arrays[place];
    }

    /** The values of a tensor. */
    float[] values(final Tensor tensor) {
        return Arrays.copyOfRange(m_weights, tensor.offset(), tensor.end());
    }

    /** Vectors are matrices of one row. */
    static long[] shape(final Tensor tensor) {
        final int[] shape = tensor.shape().shape();
        return shape.length == 1 ? new long[]{1, shape[0]} : Arrays.stream(shape).asLongStream().toArray();
    }

    @Override
    public void close() {
        for (final INDArray[] arrays : m_arrays) {
            if (arrays != null) {
                Arrays.stream(arrays).forEach(INDArray::close);
            }
        }
        Arrays.fill(m_arrays, null);
    }
}
