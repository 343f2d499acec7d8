// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Map;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs an {@link ArrayOperation} as a vertex of a DL4J graph. Copying between native memory and arrays costs little
 * beside what ND4J's many small operations cost.
 */
final class ArrayVertex extends BaseGraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient ArrayOperation m_operation;

    private final transient Scratch m_scratch;

    private final int m_features;

    private final transient Weights m_place;

    private final float[] m_weights;

    private final float[] m_gradient;

    ArrayVertex(final ComputationGraph graph, final String name, final int index, final DataType type,
        final ArrayOperation operation, final int features, final Weights place, final Scratch scratch) {
        super(graph, name, index, null, null, type);
        m_operation = operation;
        m_features = features;
        m_place = place;
        m_scratch = scratch;
        m_weights = new float[place.length()];
        m_gradient = new float[place.length()];
    }

    /** Where the operation's weights lie among those of the graph. */
    record Weights(long offset, int length) {
    }

    Weights place() {
        return m_place;
    }

    /** Makes the two declarations of DL4J, an array and a variable number of arguments, agree. */
    @Override
    public void setInputs(final INDArray... values) {
        super.setInputs(values);
    }

    @Override
    public INDArray doForward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final int images = (int)inputs[0].size(0);
        final float[] in = m_scratch.first(inputs[0]);
        final long[] shape = m_features == 0 ? inputs[0].shape() : new long[]{images, m_features};
        final INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'c');
        final float[] out = m_scratch.third((int)output.length());
        weights().get(m_weights);
        m_operation.forward(in, out, images, training, m_weights);
        Scratch.pointer(output).put(out, 0, (int)output.length());
        return output;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(final boolean tbptt, final LayerWorkspaceMgr workspaces) {
        final int images = (int)inputs[0].size(0);
        final float[] in = m_scratch.first(inputs[0]);
        final float[] outGradient = m_scratch.second(epsilon);
        final INDArray gradient =
            workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, inputs[0].shape(), 'c');
        final float[] inGradient = m_scratch.third((int)gradient.length());
        m_operation.backward(in, outGradient, inGradient, images, m_weights, m_gradient);
        Scratch.pointer(gradient).put(inGradient, 0, (int)gradient.length());
        if (m_gradient.length > 0) {
            final FloatPointer all = Scratch.pointer(graph.getFlattenedGradients());
            all.position(m_place.offset()).put(m_gradient);
            all.position(0);
        }
        return new Pair<>(null, new INDArray[]{gradient});
    }

    private FloatPointer weights() {
        return Scratch.pointer(graph.params()).position(m_place.offset());
    }

    @Override
    public long numParams() {
        return m_weights.length;
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public Layer getLayer() {
        return null;
    }

    /** The gradient is written to the graph's array as a whole. */
    @Override
    public void setBackpropGradientsViewArray(final INDArray view) {
        if (view.length() != m_gradient.length) {
            throw new IllegalStateException("DL4J takes " + vertexName + " for another node.");
        }
    }

    @Override
    public Map<String, INDArray> paramTable(final boolean backprop) {
        return Map.of();
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(final INDArray[] masks, final MaskState state,
        final int images) {
        return null;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + vertexName;
    }
}
