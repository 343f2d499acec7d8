// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/**
 * Traces of the second derivatives of the mean cross-entropy by the weights of each tensor, as the mean of v'Hv over
 * vectors v of random signs (Hutchinson); Hv is a difference of gradients a hundredth of the root mean square of the
 * tensor's weights to both sides. Cost: two passes with gradients for each vector.
 */
final class Curvature {

    private static final int BATCH = 64;

    private static final double WAY = 1e-2;

    private final Network m_network;

    private final ImageSet m_images;

    private final int[] m_labels;

    Curvature(final Network network, final ImageSet images) {
        m_network = network;
        m_images = images;
        m_labels = network.labels(images);
    }

    /** One trace for each tensor; the same for any number of threads. */
    double[] traces(final List<Tensor> tensors, final int vectors, final int threads, final RunControl run)
        throws CanceledException {
        final float[] weights = m_network.weights();
        final double[] traces = new double[tensors.size()];
        try (Compute.Lease lease = Compute.lease(run);
            Workers workers = Workers.open(Compute.threads(threads));
            Replica replica = Kernels.open(m_network.spec(), workers)) {
            for (int vector = 0; vector < vectors; vector++) {
                final RandomGenerator random =
                    Seeds.of(0).named("curvature").child(Integer.toString(vector)).generator();
                final float[] step = new float[weights.length];
                for (final Tensor tensor : tensors) {
                    final float length = (float)(WAY * rootMeanSquare(weights, tensor));
                    for (int i = tensor.offset(); i < tensor.end(); i++) {
                        step[i] = random.nextBoolean() ? length : -length;
                    }
                }
                final double[] ahead = gradient(replica, moved(weights, step, 1), run);
                final double[] behind = gradient(replica, moved(weights, step, -1), run);
                for (int k = 0; k < traces.length; k++) {
                    for (int i = tensors.get(k).offset(); i < tensors.get(k).end(); i++) {
                        traces[k] += (ahead[i] - behind[i]) / (2 * step[i]) / vectors;
                    }
                }
            }
        }
        return traces;
    }

    private double[] gradient(final Replica replica, final float[] weights, final RunControl run)
        throws CanceledException {
        replica.setWeights(weights);
        final int size = m_images.shape().size();
        final double[] sum = new double[weights.length];
        for (int first = 0; first < m_images.size(); first += BATCH) {
            run.checkCanceled();
            final int from = first;
            final int count = Math.min(BATCH, m_images.size() - first);
            final float[] pixels = new float[count * size];
            for (int i = 0; i < count; i++) {
                m_images.readPixels(first + i, pixels, i * size);
            }
            final float[] gradient = new float[weights.length];
            replica.gradient(new Replica.Pixels(pixels, count, m_images.shape()), Replica.Mode.EVALUATION,
                (part, images, scores, target) -> slopes(from + part, images, scores, target),
                Replica.Wanted.WEIGHTS, gradient, null);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (double)gradient[i] / m_images.size();
            }
        }
        return sum;
    }

    private void slopes(final int first, final int images, final float[] scores, final float[] gradient) {
        final int classes = m_network.classes().size();
        final float[] rows = new float[images * classes];
        for (int i = 0; i < images; i++) {
            rows[i * classes + m_labels[first + i]] = 1;
            Softmax.gradient(scores, rows, i * classes, classes, gradient);
        }
    }

    private static float[] moved(final float[] weights, final float[] step, final int sign) {
        final float[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += sign * step[i];
        }
        return moved;
    }

    /** Not 0, so that there is a way to go. */
    private static double rootMeanSquare(final float[] values, final Tensor tensor) {
        double sum = 0;
        for (int i = tensor.offset(); i < tensor.end(); i++) {
            sum += (double)values[i] * values[i];
        }
        return sum == 0 ? 1 : Math.sqrt(sum / tensor.length());
    }
}
