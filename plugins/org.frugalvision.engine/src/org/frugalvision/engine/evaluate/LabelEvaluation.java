// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How good the labels are that are told where their probability is above their threshold.
 *
 * @param images how many
 * @param sampleScore mean over the images of each image's F-beta score; 1 for an image without label of which none was
 *   told
 * @param subsetAccuracy share of the images whose labels are all right
 * @param hammingLoss share of all labels of all images that are wrong: told though not true, or true but not told
 * @param perClass of each class
 */
public record LabelEvaluation(int images, double sampleScore, double subsetAccuracy, double hammingLoss,
    List<LabelScores> perClass) {

    private static final FBeta F1 = new FBeta(1);

    /**
     * Cost: O(classes x images x log images).
     *
     * @param data at least one image and one class
     * @param thresholds of the classes
     * @param score the F-beta score of the images
     * @return the evaluation
     */
    public static LabelEvaluation of(final LabelProbabilities data, final double[] thresholds, final FBeta score) {
        final int classes = thresholds.length;
        final long[] support = new long[classes];
        final long[] predicted = new long[classes];
        final long[] right = new long[classes];
        double sum = 0;
        int exact = 0;
        long errors = 0;
        for (int i = 0; i < data.images(); i++) {
            int rightHere = 0;
            int wrongHere = 0;
            int missedHere = 0;
            for (int k = 0; k < classes; k++) {
                final boolean truth = data.truth()[i][k];
                final boolean told = data.probabilities()[i][k] > thresholds[k];
                support[k] += truth ? 1 : 0;
                predicted[k] += told ? 1 : 0;
                right[k] += truth && told ? 1 : 0;
                rightHere += truth && told ? 1 : 0;
                wrongHere += told && !truth ? 1 : 0;
                missedHere += truth && !told ? 1 : 0;
            }
            sum += score.of(rightHere, wrongHere, missedHere);
            exact += wrongHere + missedHere == 0 ? 1 : 0;
            errors += wrongHere + missedHere;
        }
        final List<LabelScores> perClass = IntStream.range(0, classes).mapToObj(k -> {
            final var ranked = RankedScores.of(data.probabilitiesOf(k), data.truthOf(k));
            return new LabelScores(data.classes().get(k), thresholds[k], support[k], predicted[k], right[k],
                ranked.auc(), ranked.averagePrecision());
        }).toList();
        return new LabelEvaluation(data.images(), sum / data.images(), (double)exact / data.images(),
            (double)errors / ((long)data.images() * classes), perClass);
    }

    /** @return F1 of all labels of all images together; empty if there is none and none was told */
    public OptionalDouble microF1() {
        final long support = perClass.stream().mapToLong(LabelScores::support).sum();
        final long predicted = perClass.stream().mapToLong(LabelScores::predicted).sum();
        final long right = perClass.stream().mapToLong(LabelScores::truePositives).sum();
        return support + predicted == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(F1.of(right, predicted - right, support - right));
    }

    /** @return mean F1 of the classes that have images or were told; empty if there is none */
    public OptionalDouble macroF1() {
        return perClass.stream().flatMapToDouble(scores -> scores.score(F1).stream()).average();
    }

    /** @return mean average precision of the classes that have images; empty if there is none */
    public OptionalDouble meanAveragePrecision() {
        return perClass.stream().flatMapToDouble(scores -> scores.averagePrecision().stream()).average();
    }
}
