// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.frugalvision.engine.network.TensorShape.Role;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies between our flat weights and DL4J's, which hold the same tensors in another order. DL4J keeps dense weights as
 * (in, out) column after column, which is our (out, in) row after row; it keeps depthwise weights as (rows, columns,
 * channels), which has to be transposed; all other tensors are in our order of values.
 */
final class FlatLayout {

    private final List<Block> m_blocks;

    FlatLayout(final NetworkSpec spec, final ComputationGraph graph) {
        final Map<String, Layer> layers = new HashMap<>();
        spec.nodes().forEach(node -> layers.put(node.name(), node.layer()));
        final Map<String, Integer> starts = new HashMap<>();
        m_blocks = spec.tensors().stream().map(tensor -> {
            final int start = starts.computeIfAbsent(tensor.node(), name -> tensor.offset());
            return graph.getVertex(tensor.node()) instanceof ArrayVertex vertex
                ? new Block(tensor.offset(), vertex.place().offset() + tensor.offset() - start, tensor.length(), 1)
                : block(tensor, graph, layers.get(tensor.node()));
        }).toList();
    }

    void put(final float[] weights, final FloatPointer target) {
        for (final Block block : m_blocks) {
            if (block.columns() == 1) {
                target.position(block.theirs()).put(weights, block.ours(), block.length());
            } else {
                target.position(block.theirs()).put(transposed(weights, block.ours(), block.rows(), block.columns()));
            }
        }
        target.position(0);
    }

    void get(final FloatPointer source, final float[] values) {
        for (final Block block : m_blocks) {
            source.position(block.theirs()).get(values, block.ours(), block.length());
            if (block.columns() > 1) {
                System.arraycopy(transposed(values, block.ours(), block.columns(), block.rows()), 0, values,
                    block.ours(), block.length());
            }
        }
        source.position(0);
    }

    private static Block block(final Tensor tensor, final ComputationGraph graph, final Layer layer) {
        final Role role = tensor.shape().role();
        final INDArray view = graph.getParam(tensor.node() + (role == Role.WEIGHT ? "_W" : "_b"));
        final char order = tensor.shape().shape().length == 2 ? 'f' : 'c';
        if (view.length() != tensor.length() || view.rank() > 1 && !view.isVector() && view.ordering() != order) {
            throw new IllegalStateException("DL4J lays out the tensor of " + tensor.node() + " differently.");
        }
        final boolean transposed = layer instanceof DepthwiseConvolution && role == Role.WEIGHT;
        return new Block(tensor.offset(), view.offset(), tensor.length(),
            transposed ? tensor.length() / tensor.shape().shape()[0] : 1);
    }

    private static float[] transposed(final float[] values, final int from, final int rows, final int columns) {
        final float[] transposed = new float[rows * columns];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i % columns * rows + i / columns] = values[from + i];
        }
        return transposed;
    }

    /** Values as we hold them are {@code rows} x {@code columns}, DL4J's the same, or transposed if columns > 1. */
    private record Block(int ours, long theirs, int length, int columns) {

        int rows() {
            return length / columns;
        }
    }
}
