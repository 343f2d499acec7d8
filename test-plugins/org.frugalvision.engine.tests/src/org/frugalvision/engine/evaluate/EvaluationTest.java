// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.OptionalDouble;

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
        assertArrayEquals(new long[][]{{3, 1, 0}, {0, 2, 1}, {0, 0, 0}}, SEVEN.confusion());
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

        assertEquals(new ClassScores("a", 4, 3, 3, OptionalDouble.empty()), a);
        assertEquals(OptionalDouble.of(1), a.precision());
        assertEquals(OptionalDouble.of(0.75), a.recall());
        assertEquals(6 / 7.0, a.f1().getAsDouble(), 1e-12);
        assertEquals(2 / 3.0, b.precision().getAsDouble(), 1e-12);
        assertEquals(OptionalDouble.of(0), c.precision());
        assertFalse(c.recall().isPresent());
        assertEquals(OptionalDouble.of(0), c.f1());
    }

    @Test
    public void macroMeansAreOverClassesWithImages() {
        assertEquals((1 + 2 / 3.0) / 2, SEVEN.macroPrecision().getAsDouble(), 1e-12);
        assertEquals((6 / 7.0 + 2 / 3.0) / 2, SEVEN.macroF1().getAsDouble(), 1e-12);
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
            evaluation.aucs());
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
            evaluation.macroPrecision(),
            evaluation.macroF1(), evaluation.macroAuc(), evaluation.cohensKappa(), evaluation.logLoss())) {
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
}
