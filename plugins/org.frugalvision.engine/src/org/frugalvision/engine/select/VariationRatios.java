// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images on whose class passes with dropout agree least: 1 less the share of the most frequent class among
 * the most probable ones of all passes (ties: lowest class); ties: lowest index. Cost: O(images x passes x classes).
 * Freeman 1965; with dropout: Gal, Islam and Ghahramani 2017, arXiv:1703.02910. Deviation from DeepAL (Zhan et al.
 * 2022): its code looks at one pass, which is least confidence.
 */
record VariationRatios() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("variation-ratios", "Variation ratios (dropout)",
        "Takes the images on whose class passes of a network with dropout disagree most.",
        "Gal, Islam, Ghahramani 2017, arXiv:1703.02910", Set.of(Need.DROPOUT), "1 less the share of the class that "
            + "most passes predict",
        "O(passes x images x multiply-adds of the network) time, 8 bytes x images x passes x classes in memory",
        "As good as margin, at the cost of many passes: " + BesideKnown.accuracy("0.779 (SD 0.020)")
            + " Dropout must be a layer of the network; a network without one is refused.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        run.checkCanceled();
        return Highest.select(Arrays.stream(pool.get(Need.DROPOUT)).mapToDouble(VariationRatios::score).toArray(),
            budget);
    }

    static double score(final double[][] passes) {
        final int[] counts = new int[passes[0].length];
        for (final double[] pass : passes) {
            counts[Surprise.predicted(pass)]++;
        }
        return 1 - (double)Arrays.stream(counts).max().orElseThrow() / passes.length;
    }
}
