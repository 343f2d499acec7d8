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
 * @param labelling how many classes an image belongs to
 * @param prior share of each class in the last training data, weights counted; sums to 1 where an image belongs to one
 *   class; uniform when untrained; shared, not to be modified
 * @param provenance the trainings, oldest first; empty when untrained; copied
 * @param ledger everything that was spent so far
 */
public record NetworkHistory(String architecture, Labelling labelling, double[] prior, List<Provenance> provenance,
    CostLedger ledger) {

    /** Refuses a prior that is no distribution. */
    public NetworkHistory {
        provenance = List.copyOf(provenance);
        final double sum = Arrays.stream(prior).sum();
        if (labelling == Labelling.ONE && !(Math.abs(sum - 1) < 1e-6)) {
            throw new IllegalArgumentException("The prior must be shares that sum to 1, but sums to " + sum + ".");
        }
        if (!Arrays.stream(prior).allMatch(share -> share >= 0 && share <= 1 + 1e-6)) {
            throw new IllegalArgumentException("The prior must be shares from 0 to 1.");
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
        return new NetworkHistory(architecture, labelling, newPrior, trainings, newLedger);
    }

    static NetworkHistory untrained(final String architecture, final Labelling labelling, final int classes) {
        return new NetworkHistory(architecture, labelling, uniform(labelling, classes), List.of(), CostLedger.empty());
    }

    static double[] uniform(final Labelling labelling, final int classes) {
        final double[] prior = new double[classes];
        Arrays.fill(prior, labelling == Labelling.ONE ? 1.0 / classes : 0.5);
        return prior;
    }
}
