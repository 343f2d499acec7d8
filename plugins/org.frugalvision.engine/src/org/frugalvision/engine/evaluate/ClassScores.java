// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well one class was told from the others. A value that would be 0/0 is empty.
 *
 * @param name name of the class
 * @param support images of the class
 * @param predicted images predicted as the class
 * @param truePositives images of the class predicted as the class
 * @param ranking how well its probability tells the class from the others; empty without probabilities
 */
public record ClassScores(String name, long support, long predicted, long truePositives,
    Optional<ClassRanking> ranking) {

    /** @return share of the images predicted as the class that are of the class; empty if none was predicted */
    public OptionalDouble precision() {
        return ratio(truePositives, predicted);
    }

    /** @return share of the images of the class that were recognised; empty if there is none */
    public OptionalDouble recall() {
        return ratio(truePositives, support);
    }

    /**
     * @return harmonic mean of precision and recall, 2 TP / (support + predicted); empty if support and predicted are 0
     */
    public OptionalDouble f1() {
        return ratio(2 * truePositives, support + predicted);
    }

    /** @return area under the ROC curve of the class against the others; empty where it is not defined */
    public OptionalDouble auc() {
        return ranking.map(ClassRanking::auc).orElseGet(OptionalDouble::empty);
    }

    /** @return area under the curve of precision by recall; empty without probabilities or images of the class */
    public OptionalDouble averagePrecision() {
        return ranking.map(ClassRanking::averagePrecision).orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble ratio(final long part, final long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double)part / whole);
    }
}
