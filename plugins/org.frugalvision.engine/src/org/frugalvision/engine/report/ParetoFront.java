// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import java.util.OptionalDouble;

/**
 * Which of several ways no other beats: none reaches at least as much for at most the cost, and is better in one of
 * both.
 *
 * @param costs of each way, if known; shared, not to be modified
 * @param reached by each way, more is better; shared, not to be modified
 */
public record ParetoFront(OptionalDouble[] costs, double[] reached) {

    /**
     * Cost: O(ways).
     *
     * @param way index of a way
     * @return whether it is on the front; false if its cost is not known
     */
    public boolean holds(final int way) {
        if (costs[way].isEmpty()) {
            return false;
        }
        for (int other = 0; other < costs.length; other++) {
            if (costs[other].isPresent() && beats(other, way)) {
                return false;
            }
        }
        return true;
    }

    private boolean beats(final int other, final int way) {
        final double cost = costs[way].getAsDouble();
        final double itsCost = costs[other].getAsDouble();
        return reached[other] >= reached[way] && itsCost <= cost && (reached[other] > reached[way] || itsCost < cost);
    }
}
