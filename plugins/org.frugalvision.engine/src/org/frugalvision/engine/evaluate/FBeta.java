// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import org.frugalvision.engine.run.SettingsException;

/**
 * The F-beta score, in which recall counts beta times as much as precision: (1 + b2) TP / ((1 + b2) TP + b2 FN + FP)
 * with b2 = beta squared. With neither truth nor prediction it is 1.
 *
 * @param beta 0.1 to 10; 1: both count the same
 */
public record FBeta(double beta) {

    /** Recall counts twice, as in Singh and Uma Shankar 2022, arXiv:2201.01971. */
    public static final FBeta DEFAULT = new FBeta(2);

    /** Refuses values out of range. */
    public FBeta {
        if (!(beta >= 0.1 && beta <= 10)) {
            throw new SettingsException("Beta", "must be between 0.1 and 10", beta, "Start with 2.");
        }
    }

    /**
     * @param right number of true labels that were told
     * @param wrong number of labels that were told but are not true
     * @param missed number of true labels that were not told
     * @return the score, 0 to 1
     */
    public double of(final long right, final long wrong, final long missed) {
        if (right + wrong + missed == 0) {
            return 1;
        }
        final double square = beta * beta;
        return (1 + square) * right / ((1 + square) * right + square * missed + wrong);
    }
}
