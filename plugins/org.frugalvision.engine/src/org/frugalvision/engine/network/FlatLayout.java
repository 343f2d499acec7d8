// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.frugalvision.engine.network.TensorShape.Role;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies between our flat weights and DL4J's, which hold the same tensors, each in the same order of values, in another
 * order of tensors. DL4J keeps dense weights as (in, out) column after column, which is our (out, in) row after row.
 */
final class FlatLayout {

    private final List<Block> m_blocks;

    FlatLayout(final NetworkSpec spec, final ComputationGraph graph) {
        m_blocks = spec.tensors().stream().map(tensor -> block(tensor, graph)).toList();
    }

    void put(final float[] weights, final FloatPointer target) {
        for (final Block block : m_blocks) {
            target.position(block.theirs()).put(weights, block.ours(), block.length());
        }
        target.position(0);
    }

    void get(final FloatPointer source, final float[] values) {
        for (final Block block : m_blocks) {
            source.position(block.theirs()).get(values, block.ours(), block.length());
        }
        source.position(0);
    }

    private static Block block(final Tensor tensor, final ComputationGraph graph) {
        final INDArray view = graph.getParam(tensor.node() + (tensor.shape().role() == Role.WEIGHT ? "_W" : "_b"));
        final char order = tensor.shape().shape().length == 2 ? 'f' : 'c';
        if (view.length() != tensor.length() || view.rank() > 1 && !view.isVector() && view.ordering() != order) {
            throw new IllegalStateException("DL4J lays out the tensor of " + tensor.node() + " differently.");
        }
        return new Block(tensor.offset(), view.offset(), tensor.length());
    }

    private record Block(int ours, long theirs, int length) {
    }
}
