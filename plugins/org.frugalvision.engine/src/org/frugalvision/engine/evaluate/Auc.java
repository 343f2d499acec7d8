// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.OptionalDouble;

/** Exact area under the ROC curve. */
public final class Auc {

    private Auc() {
    }

    /**
     * The probability that a positive item scores higher than a negative one, equal scores counting half. Cost: O(n log
     * n).
     *
     * @param scores one score per item, higher = more positive; no NaN; only read
     * @param positive whether the item is positive; only read
     * @return in [0,1]; empty if there is no positive or no negative item
     */
    public static OptionalDouble of(final double[] scores, final boolean[] positive) {
        return RankedScores.of(scores, positive).auc();
    }
}
