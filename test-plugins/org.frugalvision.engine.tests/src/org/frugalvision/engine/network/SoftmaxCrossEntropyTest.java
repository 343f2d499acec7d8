// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.Seeds;
import org.junit.BeforeClass;
import org.junit.Test;
import org.frugalvision.dl4j.Backend;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The loss over label rows of any sum. */
public final class SoftmaxCrossEntropyTest {

    private static final int CLASSES = 4;

    private static final int IMAGES = 3;

    private final SoftmaxCrossEntropy m_loss = new SoftmaxCrossEntropy();

    @BeforeClass
    public static void startBackend() {
        Backend.start();
    }

    @Test
    public void gradientIsThatOfTheLoss() {
        final RandomGenerator random = Seeds.of(1).generator();
        final float[] scores = values(random, 4);
        final float[] rows = values(random, 1);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Math.abs(rows[i]);
        }
        final float[] gradient =
            m_loss.computeGradient(rows(rows), rows(scores), new ActivationIdentity(), null).dup('c').data().asFloat();

        for (int i = 0; i < scores.length; i++) {
            final float step = 1f / 64;
            final double above = lossWith(scores, rows, i, step);
            final double below = lossWith(scores, rows, i, -step);
            assertEquals((above - below) / (2 * step), gradient[i], 1e-4);
        }
    }

    @Test
    public void oneHotRowGivesMinusTheLogarithmOfTheProbability() {
        final double[] probabilities = Softmax.probabilities(new float[]{1, 2, 3, 4}, 0, CLASSES);

        final INDArray losses = m_loss.computeScoreArray(Nd4j.create(new float[]{0, 0, 1, 0}, new long[]{1, 4}, 'c'),
            Nd4j.create(new float[]{1, 2, 3, 4}, new long[]{1, 4}, 'c'), new ActivationIdentity(), null);

        assertEquals(-Math.log(probabilities[2]), losses.getDouble(0), 1e-7);
    }

    @Test
    public void weightTwoIsTwoImages() {
        final float[] scores = {0.5f, -1, 2, 0};

        assertEquals(2 * Softmax.loss(scores, new float[]{0, 1, 0, 0}, 0, CLASSES),
            Softmax.loss(scores, new float[]{0, 2, 0, 0}, 0, CLASSES), 1e-12);
    }

    @Test
    public void hugeScoresDoNotOverflow() {
        final float[] scores = {1e30f, -1e30f, 0, 1e30f};

        assertArrayEquals(new double[]{0.5, 0, 0, 0.5}, Softmax.probabilities(scores, 0, CLASSES), 0);
        assertEquals(Math.log(2), Softmax.loss(scores, 0, 3, CLASSES), 1e-12);
    }

    @Test
    public void remembersTheScores() {
        final float[] scores = values(Seeds.of(2).generator(), 1);
        m_loss.computeGradient(rows(new float[scores.length]), rows(scores), new ActivationIdentity(), null);

        assertArrayEquals(scores, m_loss.lastScores(), 0);
    }

    @Test
    public void readsViewsInColumnOrder() {
        final INDArray scores = Nd4j.create(new float[]{1, 2, 3, 4, 5, 6}, new long[]{3, 2}, 'c').transpose();

        m_loss.computeGradient(Nd4j.zeros(2, 3), scores, new ActivationIdentity(), null);

        assertArrayEquals(new float[]{1, 3, 5, 2, 4, 6}, m_loss.lastScores(), 0);
    }

    @Test
    public void refusesASecondSoftmaxAndMasks() {
        final INDArray rows = rows(new float[IMAGES * CLASSES]);

        assertThrows(IllegalStateException.class,
            () -> m_loss.computeGradient(rows, rows, new ActivationSoftmax(), null));
        assertThrows(IllegalStateException.class,
            () -> m_loss.computeScore(rows, rows, new ActivationIdentity(), Nd4j.ones(IMAGES, 1), true));
    }

    private double lossWith(final float[] scores, final float[] rows, final int index, final float step) {
        final float[] moved = scores.clone();
        moved[index] += step;
        return m_loss.computeScore(rows(rows), rows(moved), new ActivationIdentity(), null, false);
    }

    private static INDArray rows(final float[] values) {
        return Nd4j.create(values, new long[]{IMAGES, CLASSES}, 'c');
    }

    private static float[] values(final RandomGenerator random, final double scale) {
        final float[] values = new float[IMAGES * CLASSES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(scale * random.nextGaussian());
        }
        return values;
    }
}
