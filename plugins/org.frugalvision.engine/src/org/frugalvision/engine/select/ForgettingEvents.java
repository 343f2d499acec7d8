// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes the images that a training forgot most often: once right, then wrong. Images that never were right come first;
 * ties: lowest index. Cost: O(images log images). Toneva et al. 2019, arXiv:1812.05159.
 */
record ForgettingEvents() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("forgetting", "Forgetting events",
        "Takes the images that a training forgot most often.", "Toneva et al. 2019, arXiv:1812.05159",
        Set.of(Need.FORGETTING), "how often the image was forgotten; above all others if it never was right",
        "O(images log images) time; the training beforehand", Verdicts.FORGETTING);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[] events = pool.get(Need.FORGETTING);
        run.checkCanceled();
        return Highest.select(events, budget);
    }
}
