// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.run.Provenance;

/**
 * Where a network's weights come from.
 *
 * @param architecture a name for the graph, such as the id of its architecture; empty if unknown
 * @param prior share of each class in the last training data, weights counted; sums to 1; uniform when untrained;
 *   shared, not to be modified
 * @param provenance the trainings, oldest first; empty when untrained; copied
 * @param ledger everything that was spent so far
 */
public record NetworkHistory(String architecture, double[] prior, List<Provenance> provenance,
    CostLedger ledger) {

    /** Refuses a prior that is no distribution. */
    public NetworkHistory {
        provenance = List.copyOf(provenance);
        final double sum = Arrays.stream(prior).sum();
        if (!(Math.abs(sum - 1) < 1e-6) || Arrays.stream(prior).anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("The prior must be shares that sum to 1, but sums to " + sum + ".");
        }
    }

    /**
     * The history of a network after one more training.
     *
     * @param newPrior share of each class in the training data
     * @param training the training
     * @param newLedger everything that was spent, this training included
     * @return the history
     */
    public NetworkHistory trained(final double[] newPrior, final Provenance training, final CostLedger newLedger) {
        final List<Provenance> trainings = new ArrayList<>(provenance);
        trainings.add(training);
        return new NetworkHistory(architecture, newPrior, trainings, newLedger);
    }

    static NetworkHistory untrained(final String architecture, final int classes) {
        final double[] prior = new double[classes];
        Arrays.fill(prior, 1.0 / classes);
        return new NetworkHistory(architecture, prior, List.of(), CostLedger.empty());
    }
}
