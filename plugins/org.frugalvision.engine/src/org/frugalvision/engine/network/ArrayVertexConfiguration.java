// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.function.Supplier;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells DL4J about an {@link ArrayVertex}. Two are equal only if they are the same. */
final class ArrayVertexConfiguration extends GraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<ArrayOperation> m_operation;

    private final transient Scratch m_scratch;

    private final int m_weights;

    private final int m_features;

    /** @param features length of the output vector of an image, or 0 if the output has the shape of the input */
    ArrayVertexConfiguration(final Supplier<ArrayOperation> operation, final int weights, final int features,
        final Scratch scratch) {
        m_operation = operation;
        m_weights = weights;
        m_features = features;
        m_scratch = scratch;
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
        return 1;
    }

    @Override
    public ArrayVertex instantiate(final ComputationGraph graph, final String name, final int index,
        final INDArray weights, final boolean initialize, final DataType type) {
        return new ArrayVertex(graph, name, index, type, m_operation.get(), m_features,
            new ArrayVertex.Weights(m_weights == 0 ? 0 : weights.offset(), m_weights), m_scratch);
    }

    @Override
    public InputType getOutputType(final int index, final InputType... inputs) {
        return m_features == 0 ? inputs[0] : InputType.feedForward(m_features);
    }

    /** Never asked: DL4J reports memory on request only. */
    @Override
    public MemoryReport getMemoryReport(final InputType... inputs) {
        return new LayerMemoryReport.Builder("", getClass(), inputs[0], getOutputType(0, inputs)).build();
    }
}
