// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.DataException;
import org.junit.Test;

/** What a classifier got right, by hand. */
public final class EvaluationTest {

    private static final List<String> ABC = List.of("a", "b", "c");

    /** Truth a: 3 as a, 1 as b; truth b: 2 as b; class c is never true, once predicted for b. */
    private static final Evaluation SEVEN = new EvaluationBuilder(ABC).add(0, 0).add(0, 0).add(0, 0).add(0, 1).add(1, 1)
        .add(1, 1).add(1, 2).build();

    @Test
    public void countsTruthByRowAndPredictionByColumn() {
        final var pairs = new ArrayList<String>();
        SEVEN.confusion().forEach((truth, predicted, images) -> pairs.add(truth + " as " + predicted + ": " + images));

        assertEquals(List.of("0 as 0: 3", "0 as 1: 1", "1 as 1: 2", "1 as 2: 1"), pairs);
        assertEquals(1, SEVEN.confusion().count(0, 1));
        assertEquals(0, SEVEN.confusion().count(2, 0));
        assertEquals(7, SEVEN.images());
        assertEquals(5, SEVEN.correct());
    }

    @Test
    public void accuracyIsTheShareOfRightOnes() {
        assertEquals(5 / 7.0, SEVEN.accuracy().getAsDouble(), 1e-12);
    }

    /** Recalls 3/4 and 2/3; c has no images and is left out. */
    @Test
    public void balancedAccuracyLeavesOutClassesWithoutImages() {
        assertEquals((3 / 4.0 + 2 / 3.0) / 2, SEVEN.balancedAccuracy().getAsDouble(), 1e-12);
        assertEquals(List.of("c"), SEVEN.missingClasses());
    }

    @Test
    public void scoresEveryClass() {
        final var a = SEVEN.perClass().get(0);
        final var b = SEVEN.perClass().get(1);
        final var c = SEVEN.perClass().get(2);

        assertEquals(new ClassScores("a", 4, 3, 3, Optional.empty()), a);
        assertEquals(OptionalDouble.of(1), a.precision());
        assertEquals(OptionalDouble.of(0.75), a.recall());
        assertEquals(6 / 7.0, a.f1().getAsDouble(), 1e-12);
        assertEquals(2 / 3.0, b.precision().getAsDouble(), 1e-12);
        assertEquals(OptionalDouble.of(0), c.precision());
        assertFalse(c.recall().isPresent());
        assertEquals(OptionalDouble.of(0), c.f1());
    }

    /** Class c has no image, but was predicted: precision and F1 are 0, as in scikit-learn's macro averages. */
    @Test
    public void macroMeansAreOverClassesInTruthOrPrediction() {
        assertEquals((1 + 2 / 3.0 + 0) / 3, SEVEN.macroPrecision().getAsDouble(), 1e-12);
        assertEquals((6 / 7.0 + 2 / 3.0 + 0) / 3, SEVEN.macroF1().getAsDouble(), 1e-12);
    }

    /** Classes that occur in neither are no part of the problem. */
    @Test
    public void macroMeansLeaveOutClassesThatNeverOccur() {
        final var evaluation = new EvaluationBuilder(List.of("a", "b", "never")).add(0, 0).add(1, 0).add(1, 1).build();

        assertEquals((1 / 2.0 + 1) / 2, evaluation.macroPrecision().getAsDouble(), 1e-12);
        assertEquals((2 / 3.0 + 2 / 3.0) / 2, evaluation.macroF1().getAsDouble(), 1e-12);
    }

    /** A matrix of 100,000 x 100,000 would need 80 GB. */
    @Test
    public void manyClassesThatNobodyPredictsTakeNoMatrix() {
        final int images = 100_000;
        final var builder =
            new EvaluationBuilder(IntStream.range(0, images).mapToObj(Integer::toString).toList(), 2);
        for (int i = 0; i < images; i++) {
            builder.add("r" + i, i, i % 2, i % 2, 1 - i % 2);
        }

        final var evaluation = builder.build();

        assertEquals(2, evaluation.correct());
        assertEquals(1, evaluation.confusion().count(99_999, 1));
    }

    /** The network knows a and b only: a's AUC is 1, all of c have the probability 0 as the others. */
    @Test
    public void aClassThatIsNotKnownHasTheProbabilityZero() {
        final var evaluation =
            new EvaluationBuilder(ABC, 2).add("r1", 0, 0, 0.75, 0.25).add("r2", 2, 1, 0.5, 0.5).build();

        assertEquals(List.of(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(0.5)), aucs(evaluation));
        assertEquals((-Math.log(0.75) - Math.log(1e-15)) / 2, evaluation.logLoss().getAsDouble(), 1e-9);
    }

    /** Agreement 5/7, by chance (4*3 + 3*3 + 0*1)/49. */
    @Test
    public void kappaIsTheAgreementBeyondChance() {
        final double chance = 21 / 49.0;

        assertEquals((5 / 7.0 - chance) / (1 - chance), SEVEN.cohensKappa().getAsDouble(), 1e-12);
    }

    @Test
    public void neverPredictedClassHasNoPrecisionButCountsZeroInTheMean() {
        final var evaluation = new EvaluationBuilder(List.of("a", "b")).add(0, 0).add(1, 0).build();

        assertFalse(evaluation.perClass().get(1).precision().isPresent());
        assertEquals(0.25, evaluation.macroPrecision().getAsDouble(), 1e-12);
    }

    /** Class 0 has AUC .375 (see AucTest), class 1 is its mirror; class 2 is missing in the truth and left out. */
    @Test
    public void macroAucLeavesOutMissingClasses() {
        final var evaluation = new EvaluationBuilder(ABC).add("r1", 0, 0, 0.7, 0.3, 0).add("r2", 1, 0, 0.4, 0.6, 0)
            .add("r3", 0, 0, 0.4, 0.6, 0).add("r4", 1, 0, 0.9, 0.1, 0).build();

        assertEquals(List.of(OptionalDouble.of(0.375), OptionalDouble.of(0.375), OptionalDouble.empty()),
            aucs(evaluation));
        assertEquals(OptionalDouble.of(0.375), evaluation.macroAuc());
    }

    @Test
    public void logLossIsTheMeanOverImages() {
        final var evaluation =
            new EvaluationBuilder(List.of("a", "b")).add("r1", 0, 0, 0.5, 0.5).add("r2", 1, 0, 0.75, 0.25).build();

        assertEquals((Math.log(2) + Math.log(4)) / 2, evaluation.logLoss().getAsDouble(), 1e-12);
    }

    @Test
    public void logLossOfACertainMistakeIsFinite() {
        final var evaluation = new EvaluationBuilder(List.of("a", "b")).add("r1", 1, 0, 1, 0).build();

        assertEquals(-Math.log(1e-15), evaluation.logLoss().getAsDouble(), 1e-9);
    }

    @Test
    public void hasNoAucWhereOneImageCameWithoutProbabilities() {
        final var evaluation =
            new EvaluationBuilder(List.of("a", "b")).add("r1", 0, 0, 0.5, 0.5).add(1, 0).build();

        assertFalse(evaluation.macroAuc().isPresent());
        assertFalse(evaluation.logLoss().isPresent());
    }

    @Test
    public void hasNoAucForASingleClass() {
        assertFalse(new EvaluationBuilder(List.of("a")).add("r1", 0, 0, 1).build().macroAuc().isPresent());
    }

    @Test
    public void hasNothingToSayAboutNoImages() {
        final var evaluation = new EvaluationBuilder(ABC).build();

        assertEquals(0, evaluation.images());
        for (final var value : List.of(evaluation.accuracy(), evaluation.balancedAccuracy(),
            evaluation.macroPrecision(), evaluation.macroF1(), evaluation.weightedF1(), evaluation.macroAuc(),
            evaluation.cohensKappa(), evaluation.logLoss(), evaluation.brier(), evaluation.calibrationError())) {
            assertEquals(OptionalDouble.empty(), value);
        }
        assertEquals(ABC, evaluation.missingClasses());
    }

    @Test
    public void doesNotChangeWhenMoreIsAddedToItsBuilder() {
        final var builder = new EvaluationBuilder(ABC).add(0, 0);
        final var evaluation = builder.build();
        builder.add(0, 1);

        assertEquals(1, evaluation.images());
    }

    @Test
    public void refusesImpossibleProbabilities() {
        final var builder = new EvaluationBuilder(List.of("a", "b"));

        assertEquals("Row \"r1\": the probability of class \"b\" must be in [0,1], but is NaN.",
            assertThrows(DataException.class, () -> builder.add("r1", 0, 0, 0.5, Double.NaN)).getMessage());
        assertEquals("Row \"r1\": the probability of class \"a\" must be in [0,1], but is 1.5.",
            assertThrows(DataException.class, () -> builder.add("r1", 0, 0, 1.5, 0)).getMessage());
        assertEquals("1 probabilities, but 2 classes.",
            assertThrows(IllegalArgumentException.class, () -> builder.add("r1", 0, 0, 0.5)).getMessage());
    }

    @Test
    public void refusesAClassTwice() {
        assertThrows(IllegalArgumentException.class, () -> new EvaluationBuilder(List.of("a", "a")));
    }

    private static List<OptionalDouble> aucs(final Evaluation evaluation) {
        return evaluation.perClass().stream().map(ClassScores::auc).toList();
    }
}
