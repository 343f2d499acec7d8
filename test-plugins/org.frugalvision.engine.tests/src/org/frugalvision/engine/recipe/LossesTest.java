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
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.CrossEntropy;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Loss;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Losses by hand, and their gradients against differences. */
public final class LossesTest {

    private static final List<Loss> ALL =
        List.of(new CrossEntropy(), new FocalLoss(2), new FocalLoss(0.5), new SigmoidLoss());

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
