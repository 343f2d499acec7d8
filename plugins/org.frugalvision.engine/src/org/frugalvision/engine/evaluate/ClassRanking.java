// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well the probability of one class tells its images from the others.
 *
 * @param auc area under the ROC curve; empty without images of the class or without others
 * @param averagePrecision area under the curve of precision by recall, without interpolation: the sum of (recall growth
 *   x precision) over the probabilities that occur, from high to low; empty without images of the class
 * @param roc the curve, where the area is defined and the classifier knows the class
 */
public record ClassRanking(OptionalDouble auc, OptionalDouble averagePrecision, Optional<RocCurve> roc) {

    static ClassRanking of(final double[] scores, final boolean[] positive) {
        final var ranked = RankedScores.of(scores, positive);
        return new ClassRanking(ranked.auc(), ranked.averagePrecision(), ranked.roc());
    }

    /** All images have the same probability: ties count half, and the precision is the share of the class. */
    static ClassRanking ofEqualScores(final long support, final long images) {
        return new ClassRanking(
            support == 0 || support == images ? OptionalDouble.empty() : OptionalDouble.of(0.5),
            support == 0 ? OptionalDouble.empty() : OptionalDouble.of((double)support / images), Optional.empty());
    }
}
