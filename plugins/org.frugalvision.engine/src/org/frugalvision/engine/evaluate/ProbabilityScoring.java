// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Makes {@link ProbabilityScores} of at least one image. A class beyond the known ones has the probability 0 in every
 * image.
 *
 * @param classes number of classes
 * @param known how many of them, from the first on, have probabilities
 * @param probabilities one row per image, one value per known class; only read
 * @param truth index of the true class of each image
 * @param predicted index of the predicted class of each image
 */
record ProbabilityScoring(int classes, int known, List<double[]> probabilities, List<Integer> truth,
    List<Integer> predicted) {

    /** Cost: O(known classes x images log images). */
    ProbabilityScores scores() {
        final long[] support = new long[classes];
        truth.forEach(c -> support[c]++);
        return new ProbabilityScores(
            IntStream.range(0, classes)
                .mapToObj(c -> c < known ? ranking(c) : ClassRanking.ofEqualScores(support[c], truth.size())).toList(),
            mean(this::loss), mean(this::brier), calibration());
    }

    private double mean(final IntToDoubleFunction value) {
        return images().mapToDouble(value).average().orElseThrow();
    }

    private IntStream images() {
        return IntStream.range(0, truth.size());
    }

    private double probability(final int image, final int c) {
        return c < known ? probabilities.get(image)[c] : 0;
    }

    private ClassRanking ranking(final int c) {
        final boolean[] positive = new boolean[truth.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = truth.get(i) == c;
        }
        return ClassRanking.of(images().mapToDouble(i -> probability(i, c)).toArray(), positive);
    }

    private double loss(final int image) {
        return Evaluation.loss(probability(image, truth.get(image)));
    }

    private double brier(final int image) {
        double squares = 0;
        for (int c = 0; c < known; c++) {
            final double error = probability(image, c) - (c == truth.get(image) ? 1 : 0);
            squares += error * error;
        }
        final double all = squares + (truth.get(image) < known ? 0 : 1);
        return classes == 2 ? all / 2 : all;
    }

    private Calibration calibration() {
        final boolean[] right = new boolean[truth.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = truth.get(i).equals(predicted.get(i));
        }
        return Calibration.of(images().mapToDouble(i -> probability(i, predicted.get(i))).toArray(), right);
    }
}
