// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.List;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * What answers a need: columns of a table, a network, the outcome of a training. One class per source.
 *
 * @param <T> type of the answer
 */
@FunctionalInterface
public interface Answer<T> {

    /**
     * @param run progress and cancel
     * @return one entry per image; shared, not to be modified
     * @throws CanceledException if the work was canceled
     */
    T compute(RunControl run) throws CanceledException;

    /**
     * @return what computing it has cost; one entry for the same work, whoever did it and however often it is asked for
     */
    default List<CostEntry> cost() {
        return List.of();
    }
}
