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
        "Not measured by us yet.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        run.checkCanceled();
        return Highest.select(Arrays.stream(probabilities).mapToDouble(Surprise::entropy).toArray(), budget);
    }
}
