// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Chooses images. Stateless: equal arguments give equal results. Ties: lowest index. Instances come from {@link
 * Selectors}, which checks the arguments beforehand, so that a method need not.
 */
@FunctionalInterface
public interface SubsetSelector {

    /**
     * @param pool the images to choose from; not changed
     * @param budget how many to choose, at least 1 and at most the pool's size
     * @param random source of chance, for methods that use it
     * @param run receives progress; asked for cancellation at least once per chosen image
     * @return exactly {@code budget} different images
     * @throws CanceledException if the work was canceled
     */
    Selection select(Pool pool, int budget, RandomGenerator random, RunControl run) throws CanceledException;
}
