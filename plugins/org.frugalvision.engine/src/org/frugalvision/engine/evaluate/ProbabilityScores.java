// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.List;

/**
 * What the probabilities of a classifier are worth.
 *
 * @param rankings how well each class is told from all others
 * @param logLoss mean of -ln P(true class), P at least {@link Evaluation#LEAST_PROBABILITY}
 * @param brier mean over the images of the sum over the classes of (P - 1)^2 for the true class and P^2 for the others,
 *   in [0,2]; with two classes half of it, in [0,1]
 * @param calibration whether the confidence is right
 */
public record ProbabilityScores(List<ClassRanking> rankings, double logLoss, double brier, Calibration calibration) {

    /** Copies the list. */
    public ProbabilityScores {
        rankings = List.copyOf(rankings);
    }
}
