// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;

/**
 * Whether the device computes what the CPU does: two small networks with every kind of layer, one step forward and
 * backward each, against numbers found on the CPU. ND4J's operations have other code for every device; on one where
 * that is wrong, networks would be trained wrongly and nobody would be told.
 */
final class GpuSelfTest {

    private static final int IMAGES = 4;

    private static final int CLASSES = 3;

    private static final double TOLERANCE = 1e-3;

    /** For each network: scores and gradient summed with alternating factors, and the gradient's absolute sum. */
    private static final double[][] EXPECTED = {{-4.22907, -54.2078, 1063.88},
        {1.79215, 40.5665, 2441.07}};

    private static final List<NetworkSpec> NETWORKS = List.of(
        Architectures.create("resnet8").build(new ImageShape(2, 8, 8), CLASSES,
            new ArchitectureOptions(0.25, BatchNorm.USUAL, 0, Head.USUAL)),
        Architectures.create("vgg-small").build(new ImageShape(1, 16, 16), CLASSES,
            new ArchitectureOptions(0.125, BatchNorm.ON, 0, Head.PYRAMID)));

    private GpuSelfTest() {
    }

    /** Takes a second; to be run under a lease. */
    static boolean passes() throws CanceledException {
        for (int i = 0; i < EXPECTED.length; i++) {
            if (!matches(EXPECTED[i], sums(NETWORKS.get(i)))) {
                return false;
            }
        }
        return true;
    }

    static boolean matches(final double[] expected, final double[] sums) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - sums[i]) <= TOLERANCE * (1 + Math.abs(expected[i])))) {
                return false;
            }
        }
        return true;
    }

    static double[] sums(final NetworkSpec spec) throws CanceledException {
        final float[] weights = Network.initialise(spec, List.of("a", "b", "c"), Seeds.of(1)).weights();
        final RandomGenerator random = Seeds.of(2).generator();
        final float[] pixels = new float[IMAGES * spec.input().size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        final float[] rows = new float[IMAGES * CLASSES];
        for (int i = 0; i < IMAGES; i++) {
            rows[i * CLASSES + i % CLASSES] = 1;
        }
        final float[] gradient = new float[weights.length];
        final float[] scores;
        try (Workers workers = Workers.open(1); Replica replica = Kernels.open(spec, workers)) {
            replica.setWeights(weights);
            scores = replica.gradient(new Pixels(pixels, IMAGES, spec.input()), Mode.training(0),
                (first, images, given, by) -> {
                    for (int i = 0; i < images; i++) {
                        Softmax.gradient(given, rows, i * CLASSES, CLASSES, by);
                    }
                }, Wanted.WEIGHTS, gradient, null);
        }
        double absolute = 0;
        for (final float value : gradient) {
            absolute += Math.abs(value);
        }
        return new double[]{alternating(scores), alternating(gradient), absolute};
    }

    /** Tells values that changed places. */
    private static double alternating(final float[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (i % 7 - 3) * values[i];
        }
        return sum;
    }
}
