// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.OptionalDouble;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** By hand, and against scikit-learn: {@code labels_golden.py} prints the numbers. */
public final class LabelEvaluationTest {

    private static final FBeta F2 = FBeta.DEFAULT;

    private static final double[] THRESHOLDS = {0.5, 0.35, 0.3, 0.71, 0.5};

    /** The images of the script: the last class has none, and probabilities have ties. */
    private static LabelProbabilities golden() {
        final boolean[][] truth = new boolean[40][5];
        final double[][] probabilities = new double[40][5];
        for (int i = 0; i < 40; i++) {
            for (int k = 0; k < 5; k++) {
                truth[i][k] = (i * 7 + k * 11) % (k + 2) == 0 && k < 4;
                probabilities[i][k] = ((i * 37 + k * 53) % 32 + (truth[i][k] ? 24 : 0)) / 64.0;
            }
        }
        return new LabelProbabilities(List.of("a", "b", "c", "d", "e"), truth, probabilities);
    }

    private static LabelProbabilities one(final boolean[] truth, final double... probabilities) {
        return new LabelProbabilities(List.of("a", "b", "c"), new boolean[][]{truth}, new double[][]{probabilities});
    }

    @Test
    public void scoresOfOneImageByHand() {
        assertEquals(0.909091, F2.of(2, 1, 0), 5e-7);
        assertEquals(0.555556, F2.of(1, 0, 1), 5e-7);
        assertEquals(0.5, F2.of(1, 1, 1), 0);
        assertEquals(1, F2.of(0, 0, 0), 0);
        assertEquals(0, F2.of(0, 1, 0), 0);
        assertEquals(2.0 / 3, new FBeta(1).of(1, 1, 0), 1e-15);
    }

    @Test
    public void thresholdsDecideByHand() {
        final LabelProbabilities image = one(new boolean[]{true, true, false}, 0.9, 0.3, 0.2);

        assertEquals(0.555556, LabelEvaluation.of(image, new double[]{0.5, 0.5, 0.5}, F2).sampleScore(), 5e-7);
        assertEquals(1, LabelEvaluation.of(image, new double[]{0.25, 0.25, 0.25}, F2).sampleScore(), 0);
    }

    /** Of a label whose probability is its threshold nothing is told. */
    @Test
    public void aLabelIsToldAboveItsThresholdOnly() {
        final LabelProbabilities image = one(new boolean[]{true, false, false}, 0.3, 0, 0.5);

        assertEquals(0, LabelEvaluation.of(image, new double[]{0.3, 0, 0.5}, F2).perClass().get(0).predicted());
        assertEquals(1, LabelEvaluation.of(image, new double[]{0.29, 0, 0.5}, F2).subsetAccuracy(), 0);
    }

    @Test
    public void imagesAgreeWithScikitLearn() {
        final LabelEvaluation evaluation = LabelEvaluation.of(golden(), THRESHOLDS, F2);

        assertEquals(40, evaluation.images());
        assertEquals(0.5576659451659453, evaluation.sampleScore(), 1e-15);
        assertEquals(0.5533333333333333, LabelEvaluation.of(golden(), THRESHOLDS, new FBeta(1)).sampleScore(), 1e-15);
        assertEquals(0.552435064935065, LabelEvaluation.of(golden(), THRESHOLDS, new FBeta(0.5)).sampleScore(), 1e-15);
        assertEquals(0.7207207207207207, evaluation.microF1().getAsDouble(), 1e-15);
        assertEquals(0.6892505975997437, evaluation.macroF1().getAsDouble(), 1e-15);
        assertEquals(0.425, evaluation.subsetAccuracy(), 1e-15);
        assertEquals(0.155, evaluation.hammingLoss(), 1e-15);
    }

    @Test
    public void classesAgreeWithScikitLearn() {
        final List<LabelScores> classes = LabelEvaluation.of(golden(), THRESHOLDS, F2).perClass();

        assertScores(classes.get(0), 20, 14, 1, 0.7, 0.7446808510638298, 0.96, 0.9646528084918178);
        assertScores(classes.get(1), 13, 22, 0.5909090909090909, 1, 0.8783783783783784, 0.9601139601139601,
            0.9269759652112592);
        assertScores(classes.get(2), 10, 21, 0.47619047619047616, 1, 0.819672131147541, 0.96, 0.9247863247863248);
        assertScores(classes.get(3), 8, 3, 1, 0.375, 0.42857142857142855, 0.95703125, 0.8895833333333334);
    }

    private static void assertScores(final LabelScores scores, final long support, final long predicted,
        final double precision, final double recall, final double f2, final double auc, final double average) {
        assertEquals(support, scores.support());
        assertEquals(predicted, scores.predicted());
        assertEquals(precision, scores.precision().getAsDouble(), 1e-15);
        assertEquals(recall, scores.recall().getAsDouble(), 1e-15);
        assertEquals(f2, scores.score(F2).getAsDouble(), 1e-15);
        assertEquals(auc, scores.auc().getAsDouble(), 1e-15);
        assertEquals(average, scores.averagePrecision().getAsDouble(), 1e-15);
    }

    @Test
    public void whatIsNotDefinedIsEmpty() {
        final LabelScores never = LabelEvaluation.of(golden(), THRESHOLDS, F2).perClass().get(4);

        assertEquals(List.of(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalDouble.empty(), OptionalDouble.empty()), List.of(never.precision(), never.recall(),
                never.score(F2), never.auc(), never.averagePrecision()));
        final LabelEvaluation nothing =
            LabelEvaluation.of(one(new boolean[3], 0, 0, 0), new double[]{0.5, 0.5, 0.5}, F2);
        assertEquals(1, nothing.sampleScore(), 0);
        assertEquals(OptionalDouble.empty(), nothing.microF1());
        assertEquals(OptionalDouble.empty(), nothing.macroF1());
        assertEquals(OptionalDouble.empty(), nothing.meanAveragePrecision());
    }

    /** The search of the script: one pass, the first best; a class without images keeps 0.2. */
    @Test
    public void searchedThresholdsAreThoseOfThePlainSearch() throws CanceledException {
        final double[] found = new ThresholdSearch(F2).search(golden(), RunControl.none());

        assertArrayEquals(new double[]{0.36, 0.36, 0.36, 0.49, 0.2}, found, 0);
        assertEquals(0.6391977813852814, LabelEvaluation.of(golden(), found, F2).sampleScore(), 1e-15);
        assertEquals(0.5666836227497993,
            LabelEvaluation.of(golden(), new double[]{0.2, 0.2, 0.2, 0.2, 0.2}, F2).sampleScore(), 1e-15);
    }

    /** Thresholds found so far, 0.2 behind them, never score worse than with one class less. */
    @Test
    public void theScoreNeverFallsFromClassToClass() throws CanceledException {
        for (int seed = 0; seed < 20; seed++) {
            final var random = Seeds.of(seed).generator();
            final boolean[][] truth = new boolean[50][6];
            final double[][] probabilities = new double[50][6];
            for (int i = 0; i < 50; i++) {
                for (int k = 0; k < 6; k++) {
                    truth[i][k] = random.nextInt(k + 2) == 0;
                    probabilities[i][k] = Math.min(1, random.nextDouble() * (truth[i][k] ? 1 : 0.6));
                }
            }
            final var data = new LabelProbabilities(List.of("a", "b", "c", "d", "e", "f"), truth, probabilities);
            final double[] found = new ThresholdSearch(F2).search(data, RunControl.none());
            final double[] sofar = {0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
            double before = LabelEvaluation.of(data, sofar, F2).sampleScore();
            for (int k = 0; k < 6; k++) {
                sofar[k] = found[k];
                final double now = LabelEvaluation.of(data, sofar, F2).sampleScore();
                assertTrue("seed " + seed + ", class " + k, now >= before - 1e-12);
                before = now;
            }
        }
    }

    @Test
    public void refusesBetasOutOfRange() {
        for (final double beta : new double[]{0, 0.09, 10.1, Double.NaN}) {
            final String message = assertThrows(SettingsException.class, () -> new FBeta(beta)).getMessage();
            assertTrue(message, message.startsWith("\"Beta\" must be between 0.1 and 10, but is "));
        }
    }
}
