// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.prune.Footprint;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.NetworkColumn;

/**
 * What using the networks of results takes.
 *
 * @param byResult by the name of the result
 * @param strangers how many networks belong to no result
 */
record Footprints(Map<String, Footprint> byResult, int strangers) {

    /**
     * Measures the networks in turns.
     *
     * @param networks the networks
     * @param owners for each result that says so of which network it is
     * @param batchSize images of the batch of use
     * @param run asked for cancellation
     */
    static Footprints of(final List<Network> networks, final Map<String, String> owners, final int batchSize,
        final RunControl run) throws CanceledException {
        final Map<String, Network> known = new LinkedHashMap<>();
        networks.forEach(network -> known.put(NetworkColumn.of(network), network));
        final int all = known.size();
        known.keySet().retainAll(owners.values());
        final Map<String, Footprint> byResult = new HashMap<>();
        if (!known.isEmpty()) {
            final List<String> names = List.copyOf(known.keySet());
            final List<Footprint> footprints = Footprint.of(List.copyOf(known.values()), batchSize, run);
            owners.forEach((result, network) -> {
                if (known.containsKey(network)) {
                    byResult.put(result, footprints.get(names.indexOf(network)));
                }
            });
        }
        return new Footprints(byResult, all - known.size());
    }

    Optional<Footprint> of(final String result) {
        return Optional.ofNullable(byResult.get(result));
    }

    Optional<String> warning() {
        return strangers == 0 ? Optional.empty()
            : Optional.of("%s to no result: connect each network to its scorer, too.".formatted(
                strangers == 1 ? "1 network belongs" : Wording.value(strangers) + " networks belong"));
    }
}
