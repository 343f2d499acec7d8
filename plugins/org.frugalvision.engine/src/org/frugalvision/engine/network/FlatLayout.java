// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Copies between our flat weights and DL4J's, which hold the weights of each node in the same order, but the nodes in
 * another one. DL4J keeps the weights of the scores as (in, out) column after column: our (out, in) row after row.
 */
final class FlatLayout {

    private final List<Block> m_blocks = new ArrayList<>();

    FlatLayout(final NetworkSpec spec, final ComputationGraph graph) {
        int offset = 0;
        for (final LayerCost node : spec.layers()) {
            final int length = (int)node.parameters();
            if (length > 0) {
                m_blocks.add(new Block(offset, start(graph, node.name()), length));
                offset += length;
            }
        }
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

    private static long start(final ComputationGraph graph, final String node) {
        return graph.getVertex(node) instanceof OperationVertex vertex ? vertex.place().offset()
            : graph.getParam(node + "_W").offset();
    }

    private record Block(int ours, long theirs, int length) {
    }
}
