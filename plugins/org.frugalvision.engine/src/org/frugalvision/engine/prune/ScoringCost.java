// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Wording;

/** What it cost to score channels. */
public final class ScoringCost {

    private ScoringCost() {
    }

    /** Without seconds. */
    static CostEntry of(final Provenance work, final String what, final NetworkSpec spec,
        final PruningContext context) {
        return Traffic.of(spec).in(CostEntry.of(CostEntry.idOf(work.method(), work),
            what + " (energy: estimate at %s W per busy core)".formatted(Wording.value(CostEntry.WATTS_PER_CORE)))
            .withTraining(0, 0, 0, context.backward() * backward(spec.graph()))
            .withScoring(context.scored(), context.scored() * spec.multiplyAdds() + context.otherMacs()));
    }

    /**
     * @param graph a network
     * @return multiply-adds of one image back: once for the weights, once for what a layer takes, but for the image
     */
    public static long backward(final Graph graph) {
        return IntStream.rangeClosed(1, graph.last()).mapToLong(place -> graph.costs().get(place - 1).multiplyAdds()
            * (graph.inputs(place).stream().allMatch(input -> input == 0) ? 1 : 2)).sum();
    }
}
