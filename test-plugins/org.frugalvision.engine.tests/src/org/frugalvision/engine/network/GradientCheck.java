// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;

/** Compares what a replica computes with {@link PlainGraph}. */
final class GradientCheck {

    private static final int IMAGES = 3;

    private final NetworkSpec m_spec;

    private final RandomGenerator m_random = Seeds.of(11).generator();

    private final float[] m_weights;

    private final float[] m_pixels;

    private final float[] m_rows;

    GradientCheck(final NetworkSpec spec) {
        m_spec = spec;
        m_weights = Initialiser.weights(spec, Seeds.of(3));
        for (final Tensor tensor : spec.tensors()) {
            if (tensor.shape().role() != TensorShape.Role.WEIGHT) { // off their initial 0 and 1
                for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                    m_weights[i] += 0.4f * m_random.nextFloat();
                }
            }
        }
        m_pixels = new float[IMAGES * spec.input().size()];
        for (int i = 0; i < m_pixels.length; i++) {
            m_pixels[i] = m_random.nextFloat();
        }
        m_rows = new float[IMAGES * spec.classes()];
        for (int i = 0; i < m_rows.length; i++) {
            m_rows[i] = m_random.nextFloat();
        }
    }

    void scoresAgree() throws CanceledException {
        final float[] scores = compute(replica -> replica.scores(m_pixels, IMAGES));

        final double[][] expected = new PlainGraph(m_spec, false).scores(doubles(), m_pixels, IMAGES);
        for (int i = 0; i < scores.length; i++) {
            final double value = expected[i / m_spec.classes()][i % m_spec.classes()];
            assertEquals(value, scores[i], 1e-4 * (1 + Math.abs(value)));
        }
    }

    /** At every learned weight. */
    void gradientsAgree() throws CanceledException {
        final float[] gradient = gradient();
        final PlainGraph plain = new PlainGraph(m_spec, true);
        for (final Tensor tensor : m_spec.tensors()) {
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                if (tensor.shape().role().learned()) {
                    final double slope = slope(plain, i);
                    assertEquals(tensor.node() + " " + tensor.shape().role() + " " + (i - tensor.offset()), slope,
                        gradient[i], 2e-3 * (1 + Math.abs(slope)));
                }
            }
        }
    }

    /**
     * At some weights of every tensor together, because in deep networks single precision moves values over the kinks
     * of ReLU.
     */
    void gradientAgreesOnTheWhole(final int weights) throws CanceledException {
        final float[] gradient = gradient();
        final PlainGraph plain = new PlainGraph(m_spec, true);
        double difference = 0;
        double length = 0;
        for (int k = 0; k < weights; k++) {
            final Tensor tensor = m_spec.tensors().get(m_random.nextInt(m_spec.tensors().size()));
            final int i = tensor.offset() + m_random.nextInt(tensor.length());
            if (tensor.shape().role().learned()) {
                final double slope = slope(plain, i);
                difference += (slope - gradient[i]) * (slope - gradient[i]);
                length += slope * slope;
            }
        }
        assertEquals(0, Math.sqrt(difference / length), 0.03);
        assertTrue(length > 1e-6);
    }

    private float[] gradient() throws CanceledException {
        final float[] gradient = new float[m_weights.length];
        compute(replica -> replica.gradient(m_pixels, m_rows, 0, IMAGES, 0, gradient));
        return gradient;
    }

    private double slope(final PlainGraph plain, final int weight) {
        return (loss(plain, weight, 1e-5) - loss(plain, weight, -1e-5)) / 2e-5;
    }

    private double loss(final PlainGraph plain, final int weight, final double step) {
        final double[] weights = doubles();
        weights[weight] += step;
        return plain.loss(weights, m_pixels, m_rows, IMAGES);
    }

    private double[] doubles() {
        final double[] values = new double[m_weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = m_weights[i];
        }
        return values;
    }

    private float[] compute(final Function<Replica, float[]> work) throws CanceledException {
        try (Replicas replicas = Replicas.open(m_spec, 1)) {
            replicas.setWeights(m_weights);
            return replicas.all((replica, index) -> work.apply(replica)).get(0);
        }
    }
}
