// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;
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
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A vertex of a DL4J graph that computes what one of our layers does. Unlike DL4J's layers, it computes nothing twice:
 * those repeat their whole forward pass when they go backward.
 */
abstract class OperationVertex extends BaseGraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient Weights m_place;

    OperationVertex(final Place place) {
        super(place.graph(), place.name(), place.index(), null, null, DataType.FLOAT);
        m_place = place.weights();
    }

    /** Where the vertex stands in its graph. */
    record Place(ComputationGraph graph, String name, int index, Weights weights) {
    }

    /** Where the vertex' weights lie among those of the graph, and their gradient among the gradients. */
    record Weights(long offset, int length) {
    }

    /**
     * @param training whether a step backward will follow
     * @param workspaces the place of new arrays
     * @return the output, a new array in row order
     */
    abstract INDArray forward(boolean training, LayerWorkspaceMgr workspaces);

    /**
     * Also leaves the gradient of the weights where it belongs.
     *
     * @param outGradient gradient of the loss by the output, in row order; may be changed
     * @param workspaces the place of new arrays
     * @return those by the inputs, new arrays in row order
     */
    abstract INDArray[] backward(INDArray outGradient, LayerWorkspaceMgr workspaces);

    Weights place() {
        return m_place;
    }

    /** The input, in row order: products of matrices and views need not be. */
    final INDArray input(final int index) {
        return rows(inputs[index]);
    }

    /** A view of part of the weights, {@code from} their start. */
    final INDArray weights(final int from, final long... shape) {
        return view(graph.params(), from, shape);
    }

    /** A view of part of the gradient, {@code from} its start. */
    final INDArray weightGradient(final int from, final long... shape) {
        return view(graph.getFlattenedGradients(), from, shape);
    }

    final void readWeights(final int from, final float[] values) {
        final FloatPointer all = Scratch.pointer(graph.params());
        all.position(m_place.offset() + from).get(values);
        all.position(0);
    }

    final void writeGradient(final int from, final float[] values) {
        final FloatPointer all = Scratch.pointer(graph.getFlattenedGradients());
        all.position(m_place.offset() + from).put(values);
        all.position(0);
    }

    static INDArray activations(final LayerWorkspaceMgr workspaces, final long... shape) {
        return workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'c');
    }

    static INDArray gradients(final LayerWorkspaceMgr workspaces, final long... shape) {
        return workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, shape, 'c');
    }

    /** The same values with another shape, in the given order; what a view is offset by, its data know. */
    static INDArray reshaped(final INDArray values, final char order, final long... shape) {
        return Nd4j.create(values.data(), shape, Nd4j.getStrides(shape, order), 0, order);
    }

    /** Runs one of ND4J's operations. */
    static void run(final String operation, final List<INDArray> in, final List<INDArray> out,
        final int... arguments) {
        Nd4j.exec(DynamicCustomOp.builder(operation).addInputs(in.toArray(INDArray[]::new))
            .addOutputs(out.toArray(INDArray[]::new)).addIntegerArguments(arguments).build());
    }

    private static INDArray rows(final INDArray values) {
        return values.ordering() == 'c' && !values.isView() ? values : values.dup('c');
    }

    private INDArray view(final INDArray all, final int from, final long... shape) {
        return Nd4j.create(all.data(), shape, Nd4j.getStrides(shape, 'c'), m_place.offset() + from, 'c');
    }

    @Override
    public final INDArray doForward(final boolean training, final LayerWorkspaceMgr workspaces) {
        return forward(training, workspaces);
    }

    @Override
    public final Pair<Gradient, INDArray[]> doBackward(final boolean tbptt, final LayerWorkspaceMgr workspaces) {
        return new Pair<>(null, backward(rows(epsilon), workspaces));
    }

    /** Makes the two declarations of DL4J, an array and a variable number of arguments, agree. */
    @Override
    public final void setInputs(final INDArray... values) {
        super.setInputs(values);
    }

    @Override
    public final long numParams() {
        return m_place.length();
    }

    @Override
    public final boolean hasLayer() {
        return false;
    }

    @Override
    public final Layer getLayer() {
        return null;
    }

    /** The gradient is written to the graph's array as a whole. */
    @Override
    public final void setBackpropGradientsViewArray(final INDArray view) {
        if (view.length() != m_place.length()) {
            throw new IllegalStateException("DL4J takes " + vertexName + " for another node.");
        }
    }

    @Override
    public final Map<String, INDArray> paramTable(final boolean backprop) {
        return Map.of();
    }

    @Override
    public final Pair<INDArray, MaskState> feedForwardMaskArrays(final INDArray[] masks, final MaskState state,
        final int images) {
        return null;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + " " + vertexName;
    }
}
