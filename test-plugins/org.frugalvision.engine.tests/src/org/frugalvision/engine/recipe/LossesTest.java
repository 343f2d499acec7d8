// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.CrossEntropy;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Loss;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.TrainingStart;
import org.junit.Test;

/** Losses by hand, and their gradients against differences. */
public final class LossesTest {

    private static final List<Loss> ALL =
        List.of(new CrossEntropy(), new FocalLoss(2), new FocalLoss(0.5), new SigmoidLoss(),
            new CosineLoss(0), new CosineLoss(0.5), new LogitAdjustment(1).loss(80, 15, 5, 1),
            new MarginLoss(new double[]{0.1, 0.5, 1, 0}));

    @Test
    public void gradientsAreSlopes() {
        final var random = Seeds.of(2).generator();
        for (final Loss loss : ALL) {
            for (int trial = 0; trial < 20; trial++) {
                final float[] scores = new float[8];
                final float[] rows = new float[8];
                for (int i = 0; i < 8; i++) {
                    scores[i] = 6 * random.nextFloat() - 3;
                    rows[i] = random.nextFloat();
                }
                final float[] gradient = new float[8];
                loss.gradient(scores, rows, 4, 4, gradient);
                for (int k = 4; k < 8; k++) {
                    assertEquals(loss + " " + k, slope(loss, scores, rows, k), gradient[k], 2e-3);
                }
                assertEquals(0, gradient[0], 0);
            }
        }
    }

    private static double slope(final Loss loss, final float[] scores, final float[] rows, final int k) {
        final float[] above = scores.clone();
        final float[] below = scores.clone();
        above[k] += 0.01f;
        below[k] -= 0.01f;
        return (loss.loss(above, rows, 4, 4) - loss.loss(below, rows, 4, 4)) / ((double)above[k] - below[k]);
    }

    /** p = 0.5: 0.25 x ln 2. */
    @Test
    public void focalLossByHand() {
        final float[] scores = {1, 1};
        final float[] rows = {1, 0};

        assertEquals(0.25 * Math.log(2), new FocalLoss(2).loss(scores, rows, 0, 2), 1e-12);
        assertEquals(new CrossEntropy().loss(scores, rows, 0, 2), new FocalLoss(0).loss(scores, rows, 0, 2), 1e-12);
    }

    @Test
    public void focalLossIsDefinedForScoresOfAnySize() {
        for (final float score : new float[]{-1000, 0, 1000}) {
            final float[] gradient = new float[2];
            new FocalLoss(0.5).gradient(new float[]{score, 0}, new float[]{1, 0}, 0, 2, gradient);

            assertTrue(Float.isFinite(gradient[0]) && Float.isFinite(gradient[1]));
            assertTrue(Double.isFinite(new FocalLoss(0.5).loss(new float[]{score, 0}, new float[]{1, 0}, 0, 2)));
        }
    }

    /** p = (3/4, 1/4) and labels of a mixture: - 0.5 (1/4)^2 ln (3/4) - 0.5 (3/4)^2 ln (1/4). */
    @Test
    public void focalLossOfSoftLabelsCountsEveryClassByItself() {
        final float[] scores = {(float)Math.log(3), 0};
        final double wanted = -(Math.log(0.75) + 9 * Math.log(0.25)) / 32;

        assertEquals(wanted, new FocalLoss(2).loss(scores, new float[]{0.5f, 0.5f}, 0, 2), 1e-7);
    }

    /** What is smoothed: 0.9 and 0.05 twice, of p = (1/2, 1/4, 1/4); a class of share 0 adds nothing, however unlikely. */
    @Test
    public void focalLossTakesSmoothedLabelsAndNeverFailsOnThem() {
        final float[] scores = {(float)Math.log(2), 0, 0};
        final Batch batch = Batches.of(new ImageShape(1, 1, 1), 3, 0, 0.1f);
        new LabelSmoothing(0.1, LabelSmoothing.Spread.OTHERS, 1).smooth(batch);
        final double wanted = -0.9 * 0.25 * Math.log(0.5) - 2 * 0.05 * 0.5625 * Math.log(0.25);

        assertEquals(wanted, new FocalLoss(2).loss(scores, batch.rows(), 0, 3), 1e-7);
        assertEquals(0, new FocalLoss(2).loss(new float[]{1000, -1000}, new float[]{1, 0}, 0, 2), 0);
    }

    /** The cosine of (3, 4) and the second axis is 0.8. */
    @Test
    public void cosineLossByHand() {
        final float[] scores = {3, 4};
        final float[] rows = {0, 1};
        final float[] gradient = new float[2];
        new CosineLoss(0).gradient(scores, rows, 0, 2, gradient);

        assertEquals(0.2, new CosineLoss(0).loss(scores, rows, 0, 2), 1e-7);
        assertEquals(0.2, new CosineLoss(0).loss(new float[]{30, 40}, rows, 0, 2), 1e-7);
        assertArrayEquals(new float[]{0.096f, -0.072f}, gradient, 1e-6f);
        assertEquals(0.2 + 0.1 * new CrossEntropy().loss(scores, rows, 0, 2),
            new CosineLoss(0.1).loss(scores, rows, 0, 2), 1e-7);
    }

    @Test
    public void scoresOfNoDirectionHaveNoGradientOfTheCosine() {
        final float[] gradient = {9, 9};
        new CosineLoss(0).gradient(new float[2], new float[]{1, 0}, 0, 2, gradient);

        assertArrayEquals(new float[2], gradient, 0);
        assertEquals(1, new CosineLoss(0).loss(new float[2], new float[]{1, 0}, 0, 2), 0);
    }

    /** Where a plain network says p, this one is content with p / pi: (0.2079, 0.3168, 0.4752). */
    @Test
    public void logitAdjustmentTakesThePriorOut() {
        final double[] shares = {0.8, 0.15, 0.05};
        final float[] rows = {0.7f, 0.2f, 0.1f};
        final float[] scores = new float[3];
        for (int k = 0; k < 3; k++) {
            scores[k] = (float)(Math.log(rows[k]) - Math.log(shares[k]));
        }
        final float[] gradient = new float[3];
        new LogitAdjustment(1).loss(80, 15, 5).gradient(scores, rows, 0, 3, gradient);

        assertArrayEquals(new float[3], gradient, 1e-6f);
        assertArrayEquals(new double[]{0.2079, 0.3168, 0.4752}, Softmax.probabilities(scores, 0, 3), 1e-4);
    }

    @Test
    public void logitAdjustmentOfStrengthZeroIsCrossEntropy() {
        final float[] scores = {1, 2, 3};
        final float[] rows = {0, 1, 0};

        assertEquals(new CrossEntropy().loss(scores, rows, 0, 3),
            new LogitAdjustment(0).loss(80, 15, 5).loss(scores, rows, 0, 3), 1e-12);
    }

    /** 16 images against 1: half the margin. */
    @Test
    public void marginsFollowTheFourthRootOfTheCounts() {
        assertArrayEquals(new double[]{0.5, 1, 1},
            new LabelDistributionMargin(1, 0.8).margins(16, 1, 1), 1e-12);
        assertArrayEquals(new double[]{0.0909, 1.4545, 1.4545},
            LabelDistributionMargin.weights(16, 1, 1), 1e-4);
        assertEquals(new CrossEntropy().loss(new float[]{1, 1}, new float[]{1, 0}, 0, 2),
            new MarginLoss(new double[]{1, 0}).loss(new float[]{2, 1}, new float[]{1, 0}, 0, 2), 1e-7);
    }

    @Test
    public void weightsOfClassesComeInTheLastEpochs() {
        final int[] labels = new int[30];
        labels[0] = 1;
        final Part part = new LabelDistributionMargin(1, 0.5).join(new TrainingStart(Networks.network(1),
            Networks.images(30, 1), labels, new TrainingSettings(4, 4, 0.01, 1, true, 1), Seeds.of(1), entry -> { },
            RunControl.none()));
        final Batch batch = Batches.of(new ImageShape(1, 1, 1), 3, 1, 0.1f, 0.2f);
        final float[] before = {1, 1, 1, 1, 1, 1};
        final float[] after = before.clone();
        part.epochStarts(2, List.of());
        part.scoresReady(batch, 0, 2, new float[6], before);
        part.epochStarts(3, List.of());
        part.scoresReady(batch, 0, 2, new float[6], after);

        assertArrayEquals(new float[]{1, 1, 1, 1, 1, 1}, before, 0);
        // 29, 1 and none, which counts as 1: 1/29 + 1 + 1 = 59/29
        assertArrayEquals(new float[]{3 / 59f, 3 / 59f, 3 / 59f, 87 / 59f, 87 / 59f, 87 / 59f}, after, 1e-6f);
    }

    @Test
    public void lossesRefuseWhatCannotBe() {
        assertEquals("\"Factor of cross-entropy\" must be between 0 and 100, but is -1.",
            assertThrows(SettingsException.class, () -> new CosineLoss(-1)).getMessage());
        assertEquals("\"Strength of the adjustment\" must be between 0 and 10, but is 11.",
            assertThrows(SettingsException.class, () -> new LogitAdjustment(11)).getMessage());
        assertEquals("\"Margin of the rarest class\" must be between 0 and 100, but is -1.",
            assertThrows(SettingsException.class, () -> new LabelDistributionMargin(-1, 1)).getMessage());
        assertEquals("\"Share without weights\" must be between 0 and 1, but is 2.",
            assertThrows(SettingsException.class, () -> new LabelDistributionMargin(1, 2)).getMessage());
    }

    /** Two classes that are there at 0.5 and one that is not at 0.5: three times ln 2. */
    @Test
    public void sigmoidLossByHand() {
        final float[] gradient = new float[3];
        new SigmoidLoss().gradient(new float[3], new float[]{1, 1, 0}, 0, 3, gradient);

        assertEquals(3 * Math.log(2), new SigmoidLoss().loss(new float[3], new float[]{1, 1, 0}, 0, 3), 1e-12);
        assertArrayEquals(new float[]{-0.5f, -0.5f, 0.5f}, gradient, 0);
        assertEquals(1000, new SigmoidLoss().loss(new float[]{1000, -1000}, new float[]{0, 0}, 0, 2), 1e-9);
    }

    /** Class a and, in every other image, class c as well. */
    @Test
    public void sigmoidLossLearnsSeveralClassesOfAnImage() throws CanceledException {
        final ImageSet single = Networks.images(60, 1);
        final float[][] rows = new float[60][];
        for (int i = 0; i < 60; i++) {
            rows[i] = new float[]{i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 1 ? 0 : 1};
        }
        final ImageSet images = new ColumnedImages<>(single, Column.LABEL_ROWS, rows);

        final FitResult result = new Training(Networks.network(1), images,
            new TrainingSettings(60, 10, 0.01, 5, true, 2)).with(List.of(new SigmoidLoss())).fit(RunControl.none());

        assertTrue(result.epochs().get(59).loss() < 0.2 * result.epochs().get(0).loss());
    }

    @Test
    public void sigmoidLossRefusesWeights() {
        assertEquals("Training images: \"Sigmoid loss\" needs images that all weigh the same.",
            assertThrows(DataException.class, () -> new SigmoidLoss().join(
                Starts.of(Networks.network(1), weighted(), 1, 4))).getMessage());
    }

    private static ImageSet weighted() {
        final var builder = new ImageSetBuilder(Networks.SHAPE, Networks.CLASSES);
        builder.add("Row0", new byte[Networks.SHAPE.size()], 0, 1);
        builder.add("Row1", new byte[Networks.SHAPE.size()], 1, 2);
        return builder.build();
    }

    /** Rows that say the same as the labels train the same network, in whatever order their classes stand. */
    @Test
    public void labelRowsReplaceLabels() throws CanceledException {
        final ImageSet images = Networks.images(30, 1);
        final float[][] rows = new float[30][3];
        for (int i = 0; i < 30; i++) {
            rows[i][i % 3] = 1;
        }
        final var settings = new TrainingSettings(2, 8, 0.01, 5, true, 2);
        final Network start = Networks.network(1);
        final Network plain = new Training(start, images, settings).fit(RunControl.none()).network();
        final Network same =
            new Training(start, new ColumnedImages<>(images, Column.LABEL_ROWS, rows), settings)
                .fit(RunControl.none()).network();

        assertArrayEquals(plain.weights(), same.weights(), 0);
        assertArrayEquals(Inference.losses(plain, images, InferenceSettings.DEFAULT, RunControl.none()),
            Inference.losses(same, images, InferenceSettings.DEFAULT, RunControl.none()), 0);
    }
}
