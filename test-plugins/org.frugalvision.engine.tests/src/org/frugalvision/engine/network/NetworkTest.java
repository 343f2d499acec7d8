// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** Networks that are applied. */
public final class NetworkTest {

    private static final InferenceSettings ONE_THREAD = new InferenceSettings(4, 1);

    private final Network m_network = Networks.network(1);

    private final ImageSet m_images = Networks.images(11, 1);

    @Test
    public void startsWithTheSameBitsOnEveryMachine() {
        assertEquals("feaaf9d6018d2cd16bff20594a98947a868796d3d3068929f484f06b19c7e161", Networks.network(7).hash());
    }

    @Test
    public void initialWeightsStayWithinTheirBound() {
        final float[] weights = m_network.weights();

        for (final Tensor tensor : m_network.spec().tensors()) {
            double largest = 0;
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                largest = Math.max(largest, Math.abs(weights[i]));
            }
            final double bound =
                tensor.shape().role() == Role.BIAS ? 0 : Math.sqrt(6.0 / tensor.shape().fanIn());
            assertTrue(tensor.toString(), largest <= bound && largest >= 0.5 * bound);
        }
        assertNotEquals(m_network.hash(), Networks.network(2).hash());
    }

    @Test
    public void untrainedNetworkHasAUniformPriorAndCostNothing() {
        assertFalse(m_network.trained());
        assertArrayEquals(new double[]{1 / 3.0, 1 / 3.0, 1 / 3.0}, m_network.history().prior(), 0);
        assertEquals(List.of(), m_network.history().ledger().entries());
    }

    @Test
    public void probabilitiesSumToOne() throws CanceledException {
        final double[][] probabilities = Inference.probabilities(m_network, m_images, ONE_THREAD, RunControl.none());

        assertEquals(11, probabilities.length);
        for (final double[] row : probabilities) {
            assertEquals(1, Arrays.stream(row).sum(), 1e-15);
        }
    }

    @Test
    public void threadsDoNotChangeABit() throws CanceledException {
        final double[][] one = Inference.probabilities(m_network, m_images, ONE_THREAD, RunControl.none());
        final double[][] three = Inference.probabilities(m_network, m_images, new InferenceSettings(4, 3),
            RunControl.none());

        assertArrayEquals(one, three);
    }

    @Test
    public void lossIsMinusTheLogarithmOfTheLabelsProbability() throws CanceledException {
        final double[][] probabilities = Inference.probabilities(m_network, m_images, ONE_THREAD, RunControl.none());
        final double[] losses = Inference.losses(m_network, m_images, ONE_THREAD, RunControl.none());

        for (int i = 0; i < losses.length; i++) {
            assertEquals(-Math.log(probabilities[i][m_images.label(i)]), losses[i], 1e-12);
        }
    }

    @Test
    public void lastLayerTurnsEmbeddingsIntoScores() throws CanceledException {
        final float[][] embeddings = Inference.embeddings(m_network, m_images, ONE_THREAD, RunControl.none());
        final double[][] probabilities = Inference.probabilities(m_network, m_images, ONE_THREAD, RunControl.none());
        final float[] weights = m_network.weights();
        final float[] scores = new float[3];
        for (int k = 0; k < 3; k++) {
            scores[k] = weights[151 + k];
            for (int i = 0; i < 4; i++) {
                scores[k] += weights[139 + 4 * k + i] * embeddings[9][i];
            }
        }

        assertArrayEquals(Softmax.probabilities(scores, 0, 3), probabilities[9], 1e-6);
    }

    @Test
    public void findsClassesByName() {
        final ImageSet images = new ImageSetBuilder(Networks.SHAPE, List.of("c", "a"))
            .add("Row1", new byte[60], 0).add("Row2", new byte[60], 1).build();

        assertArrayEquals(new int[]{2, 0}, m_network.labels(images));
    }

    @Test
    public void namesARowOfAnUnknownClass() {
        final ImageSet images = new ImageSetBuilder(Networks.SHAPE, List.of("a", "zebra"))
            .add("Row1", new byte[60], 0).add("Row2", new byte[60], 1).build();

        assertEquals("Row \"Row2\": the network does not know the class \"zebra\".",
            assertThrows(DataException.class, () -> m_network.labels(images)).getMessage());
    }

    @Test
    public void namesARowWithoutLabel() {
        final ImageSet images = new ImageSetBuilder(Networks.SHAPE, Networks.CLASSES)
            .add("Row1", new byte[60], ImageSet.UNLABELLED).build();

        assertEquals("Row \"Row1\": the image has no label.",
            assertThrows(DataException.class, () -> m_network.labels(images)).getMessage());
    }

    @Test
    public void refusesImagesOfAnotherShape() {
        final ImageSet images =
            new ImageSetBuilder(new ImageShape(1, 6, 5), Networks.CLASSES).add("Row1", new byte[30], 0).build();

        assertEquals("Row \"Row1\": the image has 5 x 6 pixels, 1 channel, but must have 5 x 6 pixels, 2 channels "
            + "because the network was trained on images of that size.",
            assertThrows(DataException.class,
                () -> Inference.probabilities(m_network, images, ONE_THREAD, RunControl.none())).getMessage());
    }

    @Test
    public void noImagesGiveNoRows() throws CanceledException {
        assertEquals(0, Inference.probabilities(m_network, m_images.subset(), ONE_THREAD, RunControl.none()).length);
    }

    @Test
    public void cancelTakesEffectWithinABatch() {
        final var control = new RunControl() {

            private int m_batches;

            @Override
            public void progress(final double fraction, final String message) {
                m_batches++;
            }

            @Override
            public void checkCanceled() throws CanceledException {
                if (m_batches == 1) {
                    throw new CanceledException();
                }
            }
        };

        assertThrows(CanceledException.class, () -> Inference.probabilities(m_network, m_images, ONE_THREAD, control));
        assertEquals(1, control.m_batches);
    }

    @Test
    public void weightsAreCopies() {
        final String hash = m_network.hash();

        m_network.weights()[0]++;

        assertEquals(hash, m_network.hash());
    }

    @Test
    public void refusesPartsThatDoNotFit() {
        final NetworkHistory history = m_network.history();
        final float[] weights = m_network.weights();

        assertEquals("the network needs 3 different class names, but has 2", refusal(List.of("a", "b", "a"), weights));
        assertEquals("its weights or its prior have another size than its graph",
            refusal(Networks.CLASSES, new float[3]));
        weights[5] = Float.NaN;
        assertEquals("it has a weight that is not finite: NaN", refusal(Networks.CLASSES, weights));
        final var normalised = new NetworkSpec(Networks.SHAPE, List.of(
            new Node("norm", new BatchNormalization(1e-5, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("norm"))));
        final float[] statistics = new float[(int)normalised.parameters()];
        statistics[7] = -0.5f;
        assertEquals("it has a variance below 0: -0.5", assertThrows(IllegalArgumentException.class,
            () -> new Network(normalised, Networks.CLASSES, statistics, history)).getMessage());
        assertEquals("The prior must be shares that sum to 1, but sums to 2.0.",
            assertThrows(IllegalArgumentException.class,
                () -> new NetworkHistory("", Labelling.ONE, new double[]{1, 1}, List.of(), history.ledger()))
                    .getMessage());
    }

    @Test
    public void manyNetworksAtOnceTakeTurns() throws Exception {
        final double[][] expected = Inference.probabilities(m_network, m_images, ONE_THREAD, RunControl.none());
        final var results = new double[4][][];
        final var threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            final int index = i;
            threads[i] = new Thread(() -> {
                try {
                    results[index] = Inference.probabilities(m_network, m_images, ONE_THREAD, RunControl.none());
                } catch (CanceledException e) {
                    throw new AssertionError(e);
                }
            });
            threads[i].start();
        }
        for (final Thread thread : threads) {
            thread.join();
        }

        for (final double[][] result : results) {
            assertArrayEquals(expected, result);
        }
    }

    private String refusal(final List<String> classes, final float[] weights) {
        return assertThrows(IllegalArgumentException.class,
            () -> new Network(Networks.spec(), classes, weights, m_network.history())).getMessage();
    }
}
