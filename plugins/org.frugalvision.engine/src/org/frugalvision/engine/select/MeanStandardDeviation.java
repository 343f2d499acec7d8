// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images whose probabilities differ most from pass to pass with dropout: the standard deviation over the
 * passes (divided by their number), averaged over the classes; ties: lowest index. Cost: O(images x passes x classes).
 * Kampffmeyer, Salberg and Jenssen 2016, doi:10.1109/CVPRW.2016.90.
 */
record MeanStandardDeviation() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("mean-sd", "Mean standard deviation (dropout)",
        "Takes the images whose probabilities differ most between passes of a network with dropout.",
        "Kampffmeyer, Salberg, Jenssen 2016, doi:10.1109/CVPRW.2016.90", Set.of(Need.DROPOUT), "standard deviation "
            + "over the passes, averaged over the classes",
        "O(passes x images x multiply-adds of the network) time, 8 bytes x images x passes x classes in memory",
        "No better than chance here: " + BesideKnown.accuracy("0.759")
            + " Dropout must be a layer of the network; a network without one is refused.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        run.checkCanceled();
        return Highest.select(Arrays.stream(pool.get(Need.DROPOUT)).mapToDouble(MeanStandardDeviation::score).toArray(),
            budget);
    }

    static double score(final double[][] passes) {
        double sum = 0;
        for (int k = 0; k < passes[0].length; k++) {
            final int label = k;
            final double mean = Arrays.stream(passes).mapToDouble(pass -> pass[label]).average().orElseThrow();
            sum += Math.sqrt(Arrays.stream(passes).mapToDouble(pass -> (pass[label] - mean) * (pass[label] - mean))
                .average().orElseThrow());
        }
        return sum / passes[0].length;
    }
}
