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
        "O(images log images) time; the training beforehand",
        "Not for a small set: the 100 of the 5,000 Fashion-MNIST images that were forgotten most often in 6 "
            + "epochs (LeNet, 320 updates, 3 seeds) gave a test accuracy of 0.136, 100 random ones 0.698, and the "
            + "labels and a training of all images were needed to find them; 500 such images gave 0.384, 500 random "
            + "ones 0.797. It is meant for leaving out the share that is never forgotten, which was not compared.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[] events = pool.get(Need.FORGETTING);
        run.checkCanceled();
        return Highest.select(events, budget);
    }
}
