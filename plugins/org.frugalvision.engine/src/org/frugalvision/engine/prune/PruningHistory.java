// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.run.Provenance;

/** Networks with other histories. */
final class PruningHistory {

    private PruningHistory() {
    }

    /** The same network, but this was spent. */
    static Network with(final Network network, final CostLedger ledger) {
        final NetworkHistory history = network.history();
        return new Network(network.spec(), network.classes(), network.weights(),
            new NetworkHistory(history.architecture(), history.labelling(), history.prior(), history.provenance(),
                ledger));
    }

    /** The same network after one more piece of work. */
    static Network with(final Network network, final Provenance work, final CostEntry cost) {
        final NetworkHistory history = network.history();
        return new Network(network.spec(), network.classes(), network.weights(),
            history.trained(history.prior(), work, history.ledger().plus(cost)));
    }

    /** What was spent since. */
    static CostLedger difference(final CostLedger now, final CostLedger before) {
        final Set<String> known =
            new HashSet<>(before.entries().stream().map(CostEntry::id).collect(Collectors.toSet()));
        final List<CostEntry> fresh = now.entries().stream().filter(entry -> !known.contains(entry.id())).toList();
        return CostLedger.of(fresh);
    }
}
