// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** What DL4J computes from our data, against loops over plain arrays. */
public final class ReplicaTest {

    private static final int IMAGES = 4;

    private static final int SIZE = Networks.SHAPE.size();

    private final float[] m_weights = Networks.network(3).weights();

    private final float[] m_pixels = values(Seeds.of(5).generator(), IMAGES * SIZE);

    @Test
    public void scoresAreThoseOfPlainLoops() throws CanceledException {
        final float[] scores = compute((replica, index) -> replica.scores(m_pixels, IMAGES));

        for (int image = 0; image < IMAGES; image++) {
            final double[] expected = PlainNetwork.scores(m_weights, m_pixels, image * SIZE);
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[k], scores[3 * image + k], 1e-5);
            }
        }
    }

    @Test
    public void embeddingsAreTheInputsOfTheLastLayer() throws CanceledException {
        final float[] embeddings = compute((replica, index) -> replica.embeddings(m_pixels, IMAGES));

        assertEquals(4 * IMAGES, embeddings.length);
        final double[] expected = PlainNetwork.embedding(m_weights, m_pixels, 2 * SIZE);
        for (int k = 0; k < 4; k++) {
            assertEquals(expected[k], embeddings[8 + k], 1e-5);
        }
    }

    @Test
    public void gradientIsThatOfTheLossAtEveryWeight() throws CanceledException {
        final float[] rows = {1, 0, 0, 0, 0.5f, 0.25f, 0, 0, 2, 0, 0, 0};
        final float[] gradient = new float[m_weights.length];

        compute((replica, index) -> replica.gradient(m_pixels, rows, 0, IMAGES, 0, gradient));

        double largest = 0;
        for (int i = 0; i < m_weights.length; i++) {
            final double step = 1e-4;
            final double slope = (loss(i, step, rows) - loss(i, -step, rows)) / (2 * step);
            assertEquals("weight " + i, slope, gradient[i], 1e-4);
            largest = Math.max(largest, Math.abs(slope));
        }
        assertTrue(largest > 0.1);
    }

    @Test
    public void gradientOfAPartIsThatOfItsImages() throws CanceledException {
        final float[] rows = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0};
        final float[] first = new float[m_weights.length];
        final float[] second = new float[m_weights.length];
        final float[] both = new float[m_weights.length];

        compute((replica, index) -> {
            replica.gradient(m_pixels, rows, 0, 1, 0, first);
            replica.gradient(m_pixels, rows, 1, 3, 0, second);
            return replica.gradient(m_pixels, rows, 0, 4, 0, both);
        });

        for (int i = 0; i < both.length; i++) {
            assertEquals(both[i], first[i] + second[i], 1e-5);
        }
    }

    @Test
    public void leavesItsInputsAlone() throws CanceledException {
        final float[] pixels = m_pixels.clone();
        final float[] weights = m_weights.clone();

        compute((replica, index) -> replica.gradient(m_pixels, new float[12], 0, IMAGES, 0, new float[154]));

        assertArrayEquals(pixels, m_pixels, 0);
        assertArrayEquals(weights, m_weights, 0);
    }

    @Test
    public void lackOfMemoryBecomesAdvice() {
        final DataException failure = assertThrows(DataException.class, () -> compute((replica, index) -> {
            throw new OutOfMemoryError("Physical memory usage is too high");
        }));

        assertEquals("Memory: there is not enough of it to compute with this network and batch size (Physical memory"
            + " usage is too high).", failure.getMessage());
        assertEquals("Lower Batch size.", failure.fixes().get(0));
        assertTrue(failure.getCause() instanceof OutOfMemoryError);
    }

    private float[] compute(final Replicas.Task<float[]> task) throws CanceledException {
        try (Replicas replicas = Replicas.open(Networks.spec(), 1)) {
            replicas.setWeights(m_weights);
            return replicas.all(task).get(0);
        }
    }

    private double loss(final int weight, final double step, final float[] rows) {
        double loss = 0;
        for (int image = 0; image < IMAGES; image++) {
            final double[] scores = PlainNetwork.scores(m_weights, weight, step, m_pixels, image * SIZE);
            double sum = 0;
            for (final double score : scores) {
                sum += Math.exp(score);
            }
            for (int k = 0; k < 3; k++) {
                loss += rows[3 * image + k] * (Math.log(sum) - scores[k]);
            }
        }
        return loss;
    }

    private static float[] values(final RandomGenerator random, final int length) {
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
