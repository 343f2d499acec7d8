// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.Test;

/** Every score is that of scikit-learn, with equal probabilities, rare classes and predictions that are no maximum. */
public final class ScikitLearnTest {

    private static final double EXACT = 1e-13;

    @Test
    public void everyScoreIsThatOfScikitLearn() throws IOException {
        EvaluationBuilder builder = null;
        Evaluation evaluation = null;
        int compared = 0;
        for (final Golden line : Golden.read("scores.txt")) {
            if (line.name().equals("case")) {
                builder = new EvaluationBuilder(
                    IntStream.range(0, line.whole(0)).mapToObj(c -> "class " + c).toList());
                evaluation = null;
            } else if (line.name().equals("row")) {
                builder.add("row", line.whole(0), line.whole(1),
                    Arrays.copyOfRange(line.values(), 2, line.values().length));
            } else {
                evaluation = evaluation == null ? builder.build() : evaluation;
                final List<Double> own = own(evaluation, line.name());
                for (int i = 0; i < own.size(); i++) {
                    assertEquals(line.name() + " of " + evaluation.images(), line.values()[i], own.get(i), EXACT);
                    compared++;
                }
            }
        }

        assertEquals(5 * 12 + 17 * 4 - 1, compared);
    }

    private static List<Double> own(final Evaluation evaluation, final String name) {
        final String[] parts = name.split("\\.");
        if (parts.length == 2) {
            final ClassScores scores = evaluation.perClass().get(Integer.parseInt(parts[1]));
            return List.of((switch (parts[0]) {
                case "auc" -> scores.auc();
                case "averagePrecision" -> scores.averagePrecision();
                case "recall" -> scores.recall();
                default -> scores.f1();
            }).getAsDouble());
        }
        if (name.equals("wilson")) {
            final Interval interval = evaluation.accuracyInterval().orElseThrow();
            return List.of(interval.lower(), interval.upper());
        }
        return List.of(overall(evaluation, name).getAsDouble());
    }

    private static OptionalDouble overall(final Evaluation evaluation, final String name) {
        return switch (name) {
            case "accuracy" -> evaluation.accuracy();
            case "balancedAccuracy" -> evaluation.balancedAccuracy();
            case "macroPrecision" -> evaluation.macroPrecision();
            case "macroF1" -> evaluation.macroF1();
            case "weightedF1" -> evaluation.weightedF1();
            case "kappa" -> evaluation.cohensKappa();
            case "macroAuc" -> evaluation.macroAuc();
            case "brier" -> evaluation.brier();
            case "logLoss" -> evaluation.logLoss();
            case "calibrationError" -> evaluation.calibrationError();
            default -> OptionalDouble.empty();
        };
    }
}
