// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every bit is the same on any number of threads, and each time. */
@RunWith(Parameterized.class)
public final class KernelBitsTest {

    private static final ImageShape SHAPE = new ImageShape(2, 16, 16);

    private static final int IMAGES = 45;

    @Parameter
    public Kernel m_kernel;

    @Parameter(1)
    public String m_architecture;

    @Parameters(name = "{0} {1}")
    public static List<Object[]> networks() {
        final List<Object[]> networks = new ArrayList<>();
        for (final Kernel kernel : KernelCheck.kernels()) {
            for (final String architecture : List.of("lenet", "resnet8", "mobilenetv2-small", "vgg-small")) {
                networks.add(new Object[]{kernel, architecture});
            }
        }
        return networks;
    }

    @Test
    public void equalForAnyNumberOfThreads() throws CanceledException {
        final NetworkSpec spec = Architectures.create(m_architecture).build(SHAPE, 3,
            new ArchitectureOptions(0.5, BatchNorm.USUAL, 0.3, Head.USUAL));
        final RandomGenerator random = Seeds.of(4).generator();
        final float[] weights = KernelCheck.weights(spec, random);
        final Pixels pixels = new Pixels(KernelCheck.values(random, IMAGES * SHAPE.size()), IMAGES, SHAPE);
        final float[] rows = KernelCheck.values(random, IMAGES * 3);

        final float[][] expected = compute(spec, weights, pixels, rows, 1);

        assertFalse(Arrays.equals(new float[weights.length], expected[2]));
        for (final int threads : new int[]{1, 2, 3, 5, 16}) {
            final float[][] values = compute(spec, weights, pixels, rows, threads);
            for (int i = 0; i < expected.length; i++) {
                assertArrayEquals(threads + " threads, array " + i, expected[i], values[i], 0);
            }
        }
    }

    /** Scores, training scores, gradient by weights, by pixels; the second time with what the first one left behind. */
    private float[][] compute(final NetworkSpec spec, final float[] weights, final Pixels pixels, final float[] rows,
        final int threads) throws CanceledException {
        final String scores = spec.nodes().get(spec.nodes().size() - 1).name();
        final float[] gradient = new float[weights.length];
        final float[] inputGradient = new float[IMAGES * SHAPE.size()];
        try (Workers workers = Workers.open(threads); Replica replica = Kernels.open(spec, workers, m_kernel)) {
            replica.setWeights(weights);
            float[] training = null;
            for (int time = 0; time < 2; time++) {
                training = replica.gradient(pixels, Mode.training(7), KernelCheck.crossEntropy(rows),
                    new Wanted(null, true), gradient, inputGradient);
            }
            return new float[][]{replica.forward(pixels, Mode.EVALUATION, scores)[0], training, gradient,
                inputGradient, replica.forward(pixels, Mode.training(8), scores)[0]};
        }
    }
}
