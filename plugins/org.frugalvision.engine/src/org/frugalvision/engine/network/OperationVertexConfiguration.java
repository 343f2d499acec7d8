// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.function.Function;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells DL4J about an {@link OperationVertex}. Two are equal only if they are the same. */
final class OperationVertexConfiguration extends GraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient Function<OperationVertex.Place, OperationVertex> m_vertex;

    private final int m_weights;

    private final InputType m_output;

    OperationVertexConfiguration(final int weights, final InputType output,
        final Function<OperationVertex.Place, OperationVertex> vertex) {
        m_vertex = vertex;
        m_weights = weights;
        m_output = output;
    }

    /** Immutable, so no copy is needed. */
    @Override
    public GraphVertex clone() {
        return this;
    }

    @Override
    public boolean equals(final Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public long numParams(final boolean backprop) {
        return m_weights;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public OperationVertex instantiate(final ComputationGraph graph, final String name, final int index,
        final INDArray weights, final boolean initialize, final DataType type) {
        return m_vertex.apply(new OperationVertex.Place(graph, name, index,
            new OperationVertex.Weights(m_weights == 0 ? 0 : weights.offset(), m_weights)));
    }

    @Override
    public InputType getOutputType(final int index, final InputType... inputs) {
        return m_output;
    }

    /** Never asked: DL4J reports memory on request only. */
    @Override
    public MemoryReport getMemoryReport(final InputType... inputs) {
        return new LayerMemoryReport.Builder("", getClass(), inputs[0], m_output).build();
    }
}
