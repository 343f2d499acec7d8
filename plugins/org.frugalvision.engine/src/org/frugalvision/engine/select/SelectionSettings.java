// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/**
 * The settings that all selection methods share.
 *
 * @param method id of a method of {@link Selectors}
 * @param budget how many images to select
 * @param seed seed of the methods that use chance
 */
public record SelectionSettings(String method, Budget budget, long seed) {

    /** Refuses an unknown method. */
    public SelectionSettings {
        Selectors.info(method);
    }

    /** @return what the method tells about itself */
    public SelectorInfo info() {
        return Selectors.info(method);
    }

    /**
     * Selects.
     *
     * @param pool the images to choose from
     * @param run receives progress and is asked for cancellation
     * @return the chosen images
     * @throws CanceledException if the work was canceled
     */
    public Selection select(final Pool pool, final RunControl run) throws CanceledException {
        return Selectors.create(method).select(pool, budget.of(pool.size()),
            Seeds.of(seed).named("select").generator(), run);
    }
}
