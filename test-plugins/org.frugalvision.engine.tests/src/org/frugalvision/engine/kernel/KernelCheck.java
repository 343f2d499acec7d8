// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.frugalvision.engine.network.PlainGraph.doubles;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;

/** Compares what a replica computes with {@link PlainGraph}. */
final class KernelCheck {

    private final Kernel m_kernel;

    private final NetworkSpec m_spec;

    private final int m_images;

    private final RandomGenerator m_random = Seeds.of(11).generator();

    private final float[] m_weights;

    private final float[] m_pixels;

    private final float[] m_rows;

    KernelCheck(final Kernel kernel, final NetworkSpec spec, final int images) {
        m_kernel = kernel;
        m_spec = spec;
        m_images = images;
        m_weights = weights(spec, m_random);
        m_pixels = values(m_random, images * spec.input().size());
        m_rows = values(m_random, images * spec.classes());
    }

    /** Those to be tested: both, unless the system property that chooses one is set. */
    static List<Kernel> kernels() {
        final String only = System.getProperty(Kernels.OPTION);
        return Arrays.stream(Kernel.values()).filter(kernel -> only == null || kernel.id().equals(only)).toList();
    }

    /** As a network is initialised, but with no value at its usual 0 or 1. */
    static float[] weights(final NetworkSpec spec, final RandomGenerator random) {
        final List<String> classes = Stream.iterate("a", name -> name + "a").limit(spec.classes()).toList();
        final float[] weights = Network.initialise(spec, classes, Seeds.of(3)).weights();
        for (final Tensor tensor : spec.tensors()) {
            if (tensor.shape().role() != Role.WEIGHT) {
                for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                    weights[i] += 0.4f * random.nextFloat();
                }
            }
        }
        return weights;
    }

    static float[] values(final RandomGenerator random, final int length) {
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** Of every node, and of the input; and the scores alone, since what nobody wants may never be there. */
    void outputsAgree(final boolean training, final double tolerance) throws CanceledException {
        outputsAgree(training, tolerance,
            Stream.concat(Stream.of(Node.INPUT), m_spec.nodes().stream().map(Node::name)).toArray(String[]::new));
        outputsAgree(training, tolerance, m_spec.nodes().get(m_spec.nodes().size() - 1).name());
    }

    private void outputsAgree(final boolean training, final double tolerance, final String... nodes)
        throws CanceledException {
        final float[][] outputs;
        try (Workers workers = Workers.open(2); Replica replica = open(workers)) {
            outputs = replica.forward(pixels(), training ? Mode.training(1) : Mode.EVALUATION, nodes);
        }

        final Map<String, double[][]> expected =
            new PlainGraph(m_spec, training).outputs(doubles(m_weights), doubles(m_pixels), m_images);
        for (int i = 0; i < nodes.length; i++) {
            final double[][] values = expected.get(nodes[i]);
            assertEquals(nodes[i], m_images * values[0].length, outputs[i].length);
            for (int k = 0; k < outputs[i].length; k++) {
                final double value = values[k / values[0].length][k % values[0].length];
                assertEquals(nodes[i] + " " + k, value, outputs[i][k], tolerance * (1 + Math.abs(value)));
            }
        }
    }

    /** At every so many-th learned weight, and at some pixels. */
    void gradientsAgree(final boolean training, final int every) throws CanceledException {
        final float[] gradient = new float[m_weights.length];
        final float[] inputGradient = new float[m_pixels.length];
        gradient(training, new Wanted(null, true), gradient, inputGradient);
        final PlainGraph plain = new PlainGraph(m_spec, training);
        final double[] weights = doubles(m_weights);
        final double[] pixels = doubles(m_pixels);
        for (final Tensor tensor : m_spec.tensors()) {
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i += every) {
                if (tensor.shape().role().learned()) {
                    assertSlope(tensor.node() + " " + tensor.shape().role() + " " + (i - tensor.offset()),
                        slope(plain, weights, pixels, weights, i), gradient[i]);
                } else if (!training) {
                    assertEquals(0, gradient[i], 0);
                }
            }
        }
        for (int i = 0; i < pixels.length; i += 1 + pixels.length / 50) {
            assertSlope("pixel " + i, slope(plain, weights, pixels, pixels, i), inputGradient[i]);
        }
    }

    /**
     * At some weights of every tensor together, because in deep networks single precision moves values over the kinks
     * of ReLU.
     */
    void gradientAgreesOnTheWhole(final int weights) throws CanceledException {
        final float[] gradient = new float[m_weights.length];
        gradient(true, Wanted.WEIGHTS, gradient, null);
        final PlainGraph plain = new PlainGraph(m_spec, true);
        final double[] values = doubles(m_weights);
        double difference = 0;
        double length = 0;
        for (int k = 0; k < weights; k++) {
            final Tensor tensor = m_spec.tensors().get(m_random.nextInt(m_spec.tensors().size()));
            final int i = tensor.offset() + m_random.nextInt(tensor.length());
            if (tensor.shape().role().learned()) {
                final double slope = slope(plain, values, doubles(m_pixels), values, i);
                difference += (slope - gradient[i]) * (slope - gradient[i]);
                length += slope * slope;
            }
        }
        assertEquals(0, Math.sqrt(difference / length), 0.03);
        assertTrue(length > 1e-6);
    }

    /** What is wanted is what it is when all is wanted, and the rest is 0. */
    void partsOfTheGradientAgree() throws CanceledException {
        final float[] all = new float[m_weights.length];
        final float[] allPixels = new float[m_pixels.length];
        gradient(true, new Wanted(null, true), all, allPixels);
        for (int k = 0; k < m_spec.tensors().size(); k++) {
            final boolean[] trained = new boolean[m_spec.tensors().size()];
            trained[k] = true;
            final float[] one = new float[m_weights.length];
            Arrays.fill(one, 7);
            gradient(true, new Wanted(trained, false), one, null);
            final Tensor tensor = m_spec.tensors().get(k);
            for (int i = 0; i < one.length; i++) {
                final boolean own = i >= tensor.offset() && i < tensor.offset() + tensor.length();
                assertEquals(tensor.node() + " " + i, own ? all[i] : 0, one[i], 1e-5 * Math.abs(all[i]));
            }
        }
        final float[] pixels = new float[m_pixels.length];
        gradient(true, Wanted.INPUT, null, pixels);
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(allPixels[i], pixels[i], 1e-5 * Math.abs(allPixels[i]));
        }
    }

    private void gradient(final boolean training, final Wanted wanted, final float[] gradient,
        final float[] inputGradient) throws CanceledException {
        try (Workers workers = Workers.open(2); Replica replica = open(workers)) {
            replica.gradient(pixels(), training ? Mode.training(1) : Mode.EVALUATION, crossEntropy(m_rows), wanted,
                gradient, inputGradient);
        }
    }

    /** The gradient of the cross-entropy with these label rows. */
    static Replica.ScoreGradient crossEntropy(final float[] rows) {
        return (first, images, scores, gradient) -> {
            final int classes = scores.length / images;
            for (int image = 0; image < images; image++) {
                final double[] probabilities = Softmax.probabilities(scores, image * classes, classes);
                double sum = 0;
                for (int k = 0; k < classes; k++) {
                    sum += rows[(first + image) * classes + k];
                }
                for (int k = 0; k < classes; k++) {
                    gradient[image * classes + k] =
                        (float)(sum * probabilities[k] - rows[(first + image) * classes + k]);
                }
            }
        };
    }

    private Replica open(final Workers workers) {
        final Replica replica = Kernels.open(m_spec, workers, m_kernel);
        replica.setWeights(m_weights);
        return replica;
    }

    private Pixels pixels() {
        return new Pixels(m_pixels, m_images, m_spec.input());
    }

    private void assertSlope(final String what, final double slope, final float value) {
        assertEquals(what, slope, value, 2e-3 * (1 + Math.abs(slope)));
    }

    private double slope(final PlainGraph plain, final double[] weights, final double[] pixels,
        final double[] values, final int at) {
        final double value = values[at];
        values[at] = value + 1e-5;
        final double above = plain.loss(weights, pixels, m_rows, m_images);
        values[at] = value - 1e-5;
        final double below = plain.loss(weights, pixels, m_rows, m_images);
        values[at] = value;
        return (above - below) / 2e-5;
    }
}
