// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images whose label would tell most about the network (BALD): the entropy of the mean of all passes with
 * dropout, less the mean of their entropies, in nats; ties: lowest index. Cost: O(images x passes x classes). Houlsby
 * et al. 2011, arXiv:1112.5745; with dropout: Gal, Islam and Ghahramani 2017, arXiv:1703.02910.
 */
record Bald() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("bald", "BALD (dropout)",
        "Takes the images on which passes of a network with dropout are sure, but each of something else.",
        "Houlsby et al. 2011, arXiv:1112.5745; Gal, Islam, Ghahramani 2017, "
            + "arXiv:1703.02910", Set.of(Need.DROPOUT), "entropy of the mean of the passes less the mean of their "
            + "entropies, in nats",
        "O(passes x images x multiply-adds of the network) time, 8 bytes x images x passes x classes in memory",
        "No better than chance here: " + BesideKnown.accuracy("0.756")
            + " Dropout must be a layer of the network; a network without one is refused.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        run.checkCanceled();
        return Highest.select(Arrays.stream(pool.get(Need.DROPOUT)).mapToDouble(Bald::score).toArray(),
            budget);
    }

    static double score(final double[][] passes) {
        return Math.max(0, Surprise.entropy(mean(passes)) - conditional(passes));
    }

    private static double[] mean(final double[][] passes) {
        final double[] mean = new double[passes[0].length];
        for (final double[] pass : passes) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += pass[k] / passes.length;
            }
        }
        return mean;
    }

    /** The mean of the entropies of the passes. */
    static double conditional(final double[][] passes) {
        return Arrays.stream(passes).mapToDouble(Surprise::entropy).average().orElseThrow();
    }
}
