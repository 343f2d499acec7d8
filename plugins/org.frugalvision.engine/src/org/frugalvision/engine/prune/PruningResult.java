// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;
import java.util.OptionalDouble;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.network.Network;

/**
 * What pruning gave.
 *
 * @param network the smaller network; its ledger holds everything that was spent
 * @param steps the whole network first, then one for each step; copied
 * @param warnings what is to be looked at, each a sentence with a remedy; copied
 */
public record PruningResult(Network network, List<Step> steps, List<String> warnings) {

    /** Copies the lists. */
    public PruningResult {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /**
     * A network on the way.
     *
     * @param number 0 for the whole network
     * @param channels of all groups that can be removed
     * @param parameters stored values
     * @param nonzero how many of them are not 0
     * @param multiplyAdds of one image
     * @param fileBytes bytes of its file
     * @param single time for one image alone
     * @param batch time for one image in a batch of the size of use
     * @param before validation accuracy before fine-tuning, if there are validation images
     * @param after the same afterwards
     * @param spent what the step cost
     * @param kept whether it was good enough
     */
    public record Step(int number, int channels, long parameters, long nonzero, long multiplyAdds, long fileBytes,
        Latency single, Latency batch, OptionalDouble before, OptionalDouble after, CostLedger spent, boolean kept) {
    }
}
