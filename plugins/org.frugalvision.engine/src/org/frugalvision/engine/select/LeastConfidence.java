// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images whose most probable class is least probable; ties: lowest index. Cost: O(images x classes). Lewis
 * and Gale 1994, arXiv:cmp-lg/9407020.
 */
record LeastConfidence() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("least-confidence", "Least confidence",
        "Takes the images of whose predicted class a network is least sure.",
        "Lewis, Gale 1994, arXiv:cmp-lg/9407020", Set.of(Need.PROBABILITIES),
        "1 less the highest probability", "O(images x classes) time",
        "Not for a first training set, and no better than chance beside known images: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.420, 100 random ones 0.694; trained together with these 100 it was 0.767, "
            + "against 0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        run.checkCanceled();
        return Highest.select(Arrays.stream(probabilities)
            .mapToDouble(row -> 1 - Arrays.stream(row).max().orElse(1)).toArray(), budget);
    }
}
