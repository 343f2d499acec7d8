// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Takes the images whose probabilities have changed most since the round before: by the Euclidean distance of both;
 * ties: lowest index. It means something only where the network went on learning between the rounds. Cost: O(images x
 * classes). Huang et al. 2021, arXiv:2107.14153 (TOD). Deviation: all images are looked at, not 25,000 random ones.
 */
record TemporalOutputDiscrepancy() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("tod", "Temporal output discrepancy (TOD)",
        "Takes the images whose prediction has changed most since the round before.",
        "Huang et al. 2021, arXiv:2107.14153", Set.of(Need.PROBABILITIES, Need.PREVIOUS_PROBABILITIES),
        "distance between the probabilities of both rounds", "O(images x classes) time",
        "Needs two rounds, of which the second went on from the network of the first. Then 100 images "
            + "chosen by it beside 200 known ones of Fashion-MNIST (LeNet with dropout, 3 seeds) gave a test "
            + "accuracy of 0.786 (SD 0.011), random ones 0.767, but margin 0.802 and entropy 0.796, which need "
            + "one round.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] now = pool.get(Need.PROBABILITIES);
        final double[][] before = pool.get(Need.PREVIOUS_PROBABILITIES);
        run.checkCanceled();
        if (now[0].length != before[0].length) {
            throw new DataException("Input", "the round before has probabilities of %s classes, this one of %s."
                .formatted(Wording.value(before[0].length), Wording.value(now[0].length)),
                "Choose predictions of the same classes.");
        }
        final double[] scores = new double[now.length];
        for (int i = 0; i < scores.length; i++) {
            double square = 0;
            for (int k = 0; k < now[i].length; k++) {
                square += (now[i][k] - before[i][k]) * (now[i][k] - before[i][k]);
            }
            scores[i] = Math.sqrt(square);
        }
        return Highest.select(scores, budget);
    }
}
