// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.cost.CostEntry;

/**
 * What passes through a network took, in counts that do not depend on the machine.
 *
 * @param trained images that went forward and backward for an update
 * @param scored images that went through for anything else
 * @param updates changes of the weights
 * @param forwardMacs multiply-adds forward
 * @param backwardMacs multiply-adds backward
 */
record Work(long trained, long scored, long updates, long forwardMacs, long backwardMacs) {

    static final Work NONE = new Work(0, 0, 0, 0, 0);

    Work plus(final Work other) {
        return new Work(trained + other.trained, scored + other.scored, updates + other.updates,
            forwardMacs + other.forwardMacs, backwardMacs + other.backwardMacs);
    }

    Work minus(final Work other) {
        return new Work(trained - other.trained, scored - other.scored, updates - other.updates,
            forwardMacs - other.forwardMacs, backwardMacs - other.backwardMacs);
    }

    /** The same for other amounts of the same work; exact if this is a multiple of {@code part}. */
    Work scaled(final long part, final long whole) {
        return new Work(scaled(trained, part, whole), scaled(scored, part, whole), scaled(updates, part, whole),
            scaled(forwardMacs, part, whole), scaled(backwardMacs, part, whole));
    }

    CostEntry in(final CostEntry entry) {
        return entry.withTraining(trained, updates, 0, backwardMacs).withScoring(scored, forwardMacs);
    }

    private static long scaled(final long count, final long part, final long whole) {
        return Math.round((double)count / part * whole);
    }
}
