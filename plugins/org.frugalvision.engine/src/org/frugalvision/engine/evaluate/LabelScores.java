// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.OptionalDouble;

/**
 * How well one class was told where images may belong to several. A value that would be 0/0 is empty.
 *
 * @param name name of the class
 * @param threshold above which it was told
 * @param support images of the class
 * @param predicted images of which it was told
 * @param truePositives images of the class of which it was told
 * @param auc area under the ROC curve; empty without images of the class or without others
 * @param averagePrecision area under the curve of precision by recall, without interpolation; empty without images of
 *   the class
 */
public record LabelScores(String name, double threshold, long support, long predicted, long truePositives,
    OptionalDouble auc, OptionalDouble averagePrecision) {

    /** @return share of the images of which it was told that are of the class; empty if there is none */
    public OptionalDouble precision() {
        return predicted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double)truePositives / predicted);
    }

    /** @return share of the images of the class of which it was told; empty if there is none */
    public OptionalDouble recall() {
        return support == 0 ? OptionalDouble.empty() : OptionalDouble.of((double)truePositives / support);
    }

    /**
     * @param score with its beta
     * @return the score of the class over all images; empty if it has no image and was never told
     */
    public OptionalDouble score(final FBeta score) {
        return support + predicted == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(score.of(truePositives, predicted - truePositives, support - truePositives));
    }
}
