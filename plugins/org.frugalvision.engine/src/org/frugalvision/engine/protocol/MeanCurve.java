// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.util.List;
import java.util.OptionalDouble;

import org.frugalvision.engine.run.Choice;

/**
 * The mean accuracy of one method by budget.
 *
 * @param budgets numbers of images, the least first; shared, not to be modified
 * @param accuracies mean accuracies; shared, not to be modified
 */
public record MeanCurve(int[] budgets, double[] accuracies) {

    /**
     * @param summaries of a comparison
     * @param method a method of it
     * @return its curve
     */
    public static MeanCurve of(final List<CurveSummary> summaries, final Choice method) {
        final List<CurveSummary> own =
            summaries.stream().filter(summary -> summary.method().equals(method)).toList();
        return new MeanCurve(own.stream().mapToInt(CurveSummary::budget).toArray(),
            own.stream().mapToDouble(CurveSummary::accuracy).toArray());
    }

    /**
     * Mean accuracy over all budgets between the least and the largest one, by the trapezoid rule: the area under the
     * curve over the range of budgets (Munjal et al. 2022).
     *
     * @return the mean; empty for a single budget
     */
    public OptionalDouble area() {
        final int last = budgets.length - 1;
        if (last < 1) {
            return OptionalDouble.empty();
        }
        double area = 0;
        for (int i = 0; i < last; i++) {
            area += (accuracies[i] + accuracies[i + 1]) / 2 * (budgets[i + 1] - budgets[i]);
        }
        return OptionalDouble.of(area / (budgets[last] - budgets[0]));
    }

    /**
     * Between two budgets the curve is straight; it goes on nowhere.
     *
     * @param accuracy an accuracy
     * @return the least number of images with which it is reached; empty if it never is, or with the least budget
     *   already, so that nobody knows how early
     */
    public OptionalDouble reaches(final double accuracy) {
        for (int i = 0; i < budgets.length; i++) {
            if (accuracies[i] >= accuracy) {
                return i == 0 && accuracies[i] > accuracy ? OptionalDouble.empty()
                    : OptionalDouble.of(i == 0 ? budgets[0] : budgets[i - 1]
                        + (budgets[i] - budgets[i - 1]) * (accuracy - accuracies[i - 1])
                            / (accuracies[i] - accuracies[i - 1]));
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * How many times as many images random needs for an accuracy (Beck et al. 2021).
     *
     * @param random its curve
     * @param accuracy an accuracy
     * @return the ratio; empty where one of both never reaches it or nobody knows how early
     */
    public OptionalDouble efficiency(final MeanCurve random, final double accuracy) {
        final OptionalDouble own = reaches(accuracy);
        final OptionalDouble others = random.reaches(accuracy);
        return own.isPresent() && others.isPresent() ? OptionalDouble.of(others.getAsDouble() / own.getAsDouble())
            : OptionalDouble.empty();
    }
}
