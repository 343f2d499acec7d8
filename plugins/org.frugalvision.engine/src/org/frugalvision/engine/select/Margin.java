// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images whose two most probable classes are closest; ties: lowest index. Cost: O(images x classes).
 * Scheffer, Decomain and Wrobel 2001, doi:10.1007/3-540-44816-0_31.
 */
record Margin() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("margin", "Margin",
        "Takes the images between whose two most probable classes a network is least decided.",
        "Scheffer, Decomain, Wrobel 2001, doi:10.1007/3-540-44816-0_31", Set.of(Need.PROBABILITIES),
        "0 less the difference between the two highest probabilities", "O(images x classes) time",
        "Not for a first training set; beside known images hardly better than chance: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.541, 100 random ones 0.694; trained together with these 100 it was 0.771, "
            + "against 0.767. In a pool with a tenth of five classes it was 0.707, against 0.697.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        run.checkCanceled();
        return Highest.select(Arrays.stream(probabilities).mapToDouble(row -> -margin(row)).toArray(), budget);
    }

    static double margin(final double[] probabilities) {
        double first = 0;
        double second = 0;
        for (final double p : probabilities) {
            second = Math.max(second, Math.min(first, p));
            first = Math.max(first, p);
        }
        return first - second;
    }
}
