// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images over whose classes the probabilities are spread most evenly, by their entropy in nats; ties: lowest
 * index. Cost: O(images x classes). Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; for choosing images: Settles
 * 2009, Active learning literature survey.
 */
record Entropy() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("entropy", "Entropy",
        "Takes the images between all of whose classes a network is least decided.",
        "Settles 2009, Active learning literature survey, University of Wisconsin-Madison, report 1648",
        Set.of(Need.PROBABILITIES), "entropy of the probabilities in nats", "O(images x classes) time",
        "Not for a first training set, and no better than chance beside known images: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.341, 100 random ones 0.694; trained together with these 100 it was 0.763, "
            + "against 0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        run.checkCanceled();
        return Highest.select(Arrays.stream(probabilities).mapToDouble(Surprise::entropy).toArray(), budget);
    }
}
