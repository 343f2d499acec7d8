// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;

/**
 * What a network moves between memory and processor, in numbers of 4 bytes. An estimate: no cache is thought of that
 * would keep a layer's output for the next one, and the optimizer's own numbers are left out.
 *
 * @param parameters stored values, read once for each batch
 * @param activations what all layers together read and write for one image forward
 * @param multiplyAdds of one image forward
 */
public record Traffic(long parameters, long activations, long multiplyAdds) {

    /** Bytes of a number. */
    public static final int BYTES = 4;

    /** How many images are taken to go forward together where nothing is learned. */
    private static final int SCORED_TOGETHER = 64;

    /** A batch that is learned from passes the weights forward, for the errors of the inputs and for its gradient. */
    private static final int PASSES_OF_UPDATE = 3;

    /**
     * @param spec a network
     * @return what it moves. Cost: O(nodes).
     */
    public static Traffic of(final NetworkSpec spec) {
        final Graph graph = spec.graph();
        final long activations = IntStream.rangeClosed(1, graph.last())
            .mapToLong(place -> graph.shape(place).size()
                + graph.inputs(place).stream().mapToLong(input -> graph.shape(input).size()).sum())
            .sum();
        return new Traffic(spec.parameters(), activations, spec.multiplyAdds());
    }

    /**
     * The bytes of a piece of work, from what it counted: activations are moved in proportion to the multiply-adds,
     * weights once for every batch scored and three times for every update.
     *
     * @param work its counts, complete
     * @return a copy with the bytes
     */
    public CostEntry in(final CostEntry work) {
        final double passes = (work.measure(Quantity.FORWARD_MACS) + work.measure(Quantity.BACKWARD_MACS))
            / Math.max(1, multiplyAdds);
        final long scored = (work.count(Quantity.SAMPLES_SCORED) + SCORED_TOGETHER - 1) / SCORED_TOGETHER;
        final long batches = PASSES_OF_UPDATE * work.count(Quantity.UPDATES) + scored;
        return work.with(Quantity.BYTES_MOVED, BYTES * (Math.round(passes * activations) + batches * parameters));
    }
}
