// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.apache.commons.math3.stat.inference.TTest;
import org.frugalvision.engine.run.Choice;

/**
 * What the repeats of one method at one budget say together.
 *
 * @param method the method
 * @param budget number of images
 * @param repeats how many repeats there are
 * @param accuracy mean accuracy
 * @param deviation standard deviation of the accuracy between repeats; empty for one repeat
 * @param difference mean difference of the accuracy to random, repeat by repeat
 * @param p how likely a difference of this size or more would be if the method were no better than random: two-sided
 *   paired t-test; empty for one repeat and for random itself. Many comparisons find some small p by chance
 * @param balancedAccuracy mean balanced accuracy
 */
public record CurveSummary(Choice method, int budget, int repeats, double accuracy, OptionalDouble deviation,
    double difference, OptionalDouble p, double balancedAccuracy) {

    /**
     * @param outcomes of a comparison
     * @return one summary for each method and budget, in the order of the outcomes of the first repeat
     */
    public static List<CurveSummary> of(final List<CurveOutcome> outcomes) {
        final List<CurveSummary> summaries = new ArrayList<>();
        for (final CurveOutcome first : outcomes) {
            if (first.cell().repeat() == 1) {
                final double[] own = accuracies(outcomes, first.cell().method(), first.cell().budget());
                final double[] random = accuracies(outcomes, baseline(outcomes), first.cell().budget());
                summaries.add(new CurveSummary(first.cell().method(), first.cell().budget(), own.length, mean(own),
                    deviation(own), mean(own) - mean(random), p(own, random), outcomes.stream()
                        .filter(outcome -> same(outcome, first.cell().method(), first.cell().budget()))
                        .mapToDouble(CurveOutcome::balancedAccuracy).average().orElseThrow()));
            }
        }
        return summaries;
    }

    private static Choice baseline(final List<CurveOutcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.cell().method())
            .filter(choice -> choice.method().equals(CurveSettings.BASELINE)).findFirst().orElseThrow();
    }

    private static boolean same(final CurveOutcome outcome, final Choice method, final int budget) {
        return outcome.cell().method().equals(method) && outcome.cell().budget() == budget;
    }

    private static double[] accuracies(final List<CurveOutcome> outcomes, final Choice method, final int budget) {
        return outcomes.stream().filter(outcome -> same(outcome, method, budget))
            .mapToDouble(CurveOutcome::accuracy).toArray();
    }

    private static double mean(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static OptionalDouble deviation(final double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        final double mean = mean(values);
        double squares = 0;
        for (final double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }

    /** Where all differences are equal there is no spread to judge them by. */
    static OptionalDouble p(final double[] own, final double[] random) {
        if (own.length < 2) {
            return OptionalDouble.empty();
        }
        final double p = new TTest().pairedTTest(own, random);
        return Double.isNaN(p) ? OptionalDouble.empty() : OptionalDouble.of(p);
    }
}
