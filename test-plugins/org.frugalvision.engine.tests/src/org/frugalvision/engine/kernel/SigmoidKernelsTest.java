// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.BinaryCrossEntropy;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Binary cross-entropy through a whole network, against differences of plain loops. */
@RunWith(Parameterized.class)
public final class SigmoidKernelsTest {

    private static final int IMAGES = 5;

    private static final double STEP = 1e-5;

    private final Kernel m_kernel;

    private final NetworkSpec m_spec = Networks.spec();

    private final float[] m_weights = KernelCheck.weights(m_spec, Seeds.of(4).generator());

    private final float[] m_pixels =
        KernelCheck.values(Seeds.of(5).generator(), IMAGES * m_spec.input().size());

    /** None of the classes, one, two, all, and shares of them as Mixup makes them. */
    private final float[] m_rows = {0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 0.3f, 1, 0.7f};

    public SigmoidKernelsTest(final Kernel kernel) {
        m_kernel = kernel;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> kernels() {
        return KernelCheck.kernels().stream().map(kernel -> new Object[]{kernel}).toList();
    }

    @Test
    public void gradientsOfAllWeightsAreSlopes() throws CanceledException {
        final float[] gradient = new float[m_weights.length];
        final var loss = new BinaryCrossEntropy();
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(m_spec, workers, m_kernel)) {
            replica.setWeights(m_weights);
            replica.gradient(new Pixels(m_pixels, IMAGES, m_spec.input()), Mode.EVALUATION,
                (first, images, scores, by) -> {
                    final float[] rows = new float[images * 3];
                    System.arraycopy(m_rows, first * 3, rows, 0, rows.length);
                    for (int i = 0; i < images; i++) {
                        loss.gradient(scores, rows, 3 * i, 3, by);
                    }
                }, Wanted.WEIGHTS, gradient, null);
        }

        double length = 0;
        final double[] weights = PlainGraph.doubles(m_weights);
        for (int i = 0; i < weights.length; i++) {
            final double before = weights[i];
            weights[i] = before + STEP;
            final double above = loss(weights);
            weights[i] = before - STEP;
            final double slope = (above - loss(weights)) / (2 * STEP);
            weights[i] = before;
            assertEquals("weight " + i, slope, gradient[i], 1e-3 * (1 + Math.abs(slope)));
            length += slope * slope;
        }
        assertTrue(length > 0.1);
    }

    /** Minus the sum of y ln p + (1 - y) ln (1 - p). */
    private double loss(final double[] weights) {
        final List<Node> nodes = m_spec.nodes();
        final double[][] scores = new PlainGraph(m_spec, false)
            .outputs(weights, PlainGraph.doubles(m_pixels), IMAGES).get(nodes.get(nodes.size() - 1).name());
        double loss = 0;
        for (int i = 0; i < m_rows.length; i++) {
            final double p = 1 / (1 + Math.exp(-scores[i / 3][i % 3]));
            loss -= m_rows[i] * Math.log(p) + (1 - m_rows[i]) * Math.log(1 - p);
        }
        return loss;
    }
}
