// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.OptionalDouble;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.network.Network;

/**
 * A network on the way whose time was not measured yet.
 *
 * @param network the network, what it cost included
 * @param before validation accuracy before fine-tuning
 * @param after validation accuracy after it
 * @param spent what the step cost
 * @param kept whether it was good enough
 */
record Candidate(Network network, OptionalDouble before, OptionalDouble after, CostLedger spent, boolean kept) {

    PruningResult.Step step(final int number, final Footprint footprint) {
        return new PruningResult.Step(number,
            ChannelGroups.of(network.spec()).stream().mapToInt(ChannelGroup::channels).sum(),
            footprint.parameters(), nonzero(), footprint.multiplyAdds(), footprint.fileBytes(), footprint.single(),
            footprint.batch(), before, after, spent, kept);
    }

    private long nonzero() {
        long count = 0;
        for (final float weight : network.weights()) {
            count += weight == 0 ? 0 : 1;
        }
        return count;
    }
}
