// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.frugalvision.engine.network.PlainGraph.doubles;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.javacpp.Pointer;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What a replica does with odd batches, weights and ends. */
@RunWith(Parameterized.class)
public final class ReplicaTest {

    private static final ImageShape SHAPE = new ImageShape(2, 5, 6);

    private static final int IMAGES = 21;

    private static final float[] PIXELS = KernelCheck.values(Seeds.of(5).generator(), IMAGES * SHAPE.size());

    private static final float[] ROWS = KernelCheck.values(Seeds.of(6).generator(), IMAGES * 3);

    @Parameter
    public Kernel m_kernel;

    @Parameters(name = "{0}")
    public static List<Kernel> kernels() {
        return KernelCheck.kernels();
    }

    @Test
    public void oneImage() throws CanceledException {
        check(spec(SHAPE), 1).outputsAgree(true, 1e-4);
        check(spec(SHAPE), 1).gradientsAgree(true, 1);
    }

    @Test
    public void imagesOfOnePixel() throws CanceledException {
        final NetworkSpec spec = spec(new ImageShape(1, 1, 1));

        check(spec, 19).outputsAgree(false, 1e-4);
        check(spec, 19).outputsAgree(true, 1e-4);
        check(spec, 19).gradientsAgree(true, 1);
    }

    @Test
    public void imagesOfAnotherSize() throws CanceledException {
        final ImageShape shape = new ImageShape(2, 9, 4);
        final float[] pixels = KernelCheck.values(Seeds.of(7).generator(), 3 * shape.size());

        compute(3, (replica, weights) -> {
            replica.forward(pixels(), Mode.EVALUATION, "scores");
            final float[] scores = replica.forward(new Pixels(pixels, 3, shape), Mode.EVALUATION, "scores")[0];

            final double[][] expected = new PlainGraph(spec(SHAPE).withInput(shape), false)
                .outputs(doubles(weights), doubles(pixels), 3).get("scores");
            for (int i = 0; i < 9; i++) {
                assertEquals(expected[i / 3][i % 3], scores[i], 1e-4);
            }
        });
    }

    @Test
    public void statisticsAreThoseOfTheWholeBatch() throws CanceledException {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(1, 1, 1),
            List.of(new Node("norm", new BatchNormalization(1e-3, Activation.IDENTITY), List.of(Node.INPUT)),
                new Node("scores", new Dense(2, Activation.IDENTITY), List.of("norm"))));
        final float[] weights = {1, 0, 0, 1, 1, 1, 0, 0};
        final float[] pixels = new float[100];
        for (int i = 0; i < 100; i++) {
            pixels[i] = i; // mean 49.5, variance 833.25, however it is cut
        }
        final float[] steps = new float[8];
        try (Workers workers = Workers.open(3); Replica replica = Kernels.open(spec, workers, m_kernel)) {
            replica.setWeights(weights);
            replica.gradient(new Pixels(pixels, 100, spec.input()), Mode.training(0),
                (first, images, scores, gradient) -> Arrays.fill(gradient, 1), Wanted.WEIGHTS, steps, null);
        }

        assertEquals(49.5, -steps[2] / 100 / 0.1, 1e-3);
        assertEquals(833.25 - 1, -steps[3] / 100 / 0.1, 1e-2);
    }

    @Test
    public void dropoutDropsInTrainingOnly() throws CanceledException {
        final NetworkSpec spec = new NetworkSpec(SHAPE, List.of(
            new Node("drop", new Dropout(0.25), List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("drop"))));
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(spec, workers, m_kernel)) {
            final float[] first = replica.forward(pixels(), Mode.training(1), "drop")[0];

            int dropped = 0;
            for (int i = 0; i < first.length; i++) {
                dropped += first[i] == 0 ? 1 : 0;
                assertTrue(first[i] == 0 || Math.abs(first[i] - PIXELS[i] / 0.75) < 1e-6);
            }
            assertEquals(0.25, (double)dropped / first.length, 0.05);
            assertArrayEquals(first, replica.forward(pixels(), Mode.training(1), "drop")[0], 0);
            assertFalse(Arrays.equals(first, replica.forward(pixels(), Mode.training(2), "drop")[0]));
            assertArrayEquals(PIXELS, replica.forward(pixels(), Mode.EVALUATION, "drop")[0], 0);
        }
    }

    /** Every library lets a maximum or a cut-off swallow what is not a number, so scores are no proof of health. */
    @Test
    public void weightsThatAreNoNumbersMakeScoresThatLookHealthy() throws CanceledException {
        final NetworkSpec spec = new NetworkSpec(SHAPE, List.of(
            new Node("conv", new Convolution(3, 1, 1, 0, true, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("cut", new Convolution(3, 1, 1, 0, true, Activation.RELU), List.of("conv")),
            new Node("pool", new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0), List.of("cut")),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("pool"))));
        final float[] weights = KernelCheck.weights(spec, Seeds.of(8).generator());
        weights[0] = Float.NaN;
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(spec, workers, m_kernel)) {
            replica.setWeights(weights);
            final float[][] outputs = replica.forward(pixels(), Mode.EVALUATION, "conv", "cut", "scores");

            assertTrue(Float.isNaN(outputs[0][0]));
            assertTrue(outputs[1][0] == 0 || Float.isNaN(outputs[1][0])); // as the instruction set has it
            assertFalse(Float.isNaN(outputs[2][0]));
        }
    }

    @Test
    public void afterAFailureItComputesAsBefore() throws CanceledException {
        compute(3, (replica, weights) -> {
            final float[] expected = gradient(replica);
            final AtomicInteger calls = new AtomicInteger();
            final IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> replica.gradient(pixels(), Mode.training(1),
                    (first, images, scores, gradient) -> {
                        if (calls.incrementAndGet() == 2) {
                            throw new IllegalStateException("the second part");
                        }
                    }, Wanted.WEIGHTS, new float[weights.length], null));

            assertEquals("the second part", failure.getMessage());
            assertArrayEquals(expected, gradient(replica), 0);
        });
    }

    @Test
    public void afterACancelItComputesAsBefore() throws CanceledException {
        compute(2, (replica, weights) -> {
            final float[] expected = replica.forward(pixels(), Mode.EVALUATION, "scores")[0];
            final CanceledAfterOneBatch canceled = new CanceledAfterOneBatch();
            assertThrows(CanceledException.class, () -> replica.forward(images(), 2, List.of("scores"),
                (first, images, values) -> { }, canceled));

            assertTrue(canceled.m_batches.get() < 10);
            assertArrayEquals(expected, replica.forward(pixels(), Mode.EVALUATION, "scores")[0], 0);
        });
    }

    @Test
    public void setsOfImagesGiveWhatBatchesGive() throws CanceledException {
        compute(3, (replica, weights) -> {
            final ImageSet images = images();
            final float[] pixels = new float[IMAGES * SHAPE.size()];
            for (int i = 0; i < IMAGES; i++) {
                images.readPixels(i, pixels, i * SHAPE.size());
            }
            final float[][] expected =
                replica.forward(new Pixels(pixels, IMAGES, SHAPE), Mode.EVALUATION, "scores", "mean", Node.INPUT);
            final float[][] streamed = {new float[expected[0].length], new float[expected[1].length],
                new float[expected[2].length]};
            replica.forward(images, 4, List.of("scores", "mean", Node.INPUT), (first, count, values) -> {
                for (int k = 0; k < values.length; k++) {
                    System.arraycopy(values[k], 0, streamed[k], first * values[k].length / count, values[k].length);
                }
            }, RunControl.none());

            for (int k = 0; k < expected.length; k++) {
                assertArrayEquals(expected[k], streamed[k], 1e-5f);
            }
            replica.forward(images.subset(), 4, List.of("scores"), (first, count, values) -> {
                throw new IllegalStateException();
            }, RunControl.none());
        });
    }

    @Test
    public void takesNewWeights() throws CanceledException {
        compute(2, (replica, weights) -> {
            final float[] before = replica.forward(pixels(), Mode.EVALUATION, "scores")[0];
            final float[] gradient = gradient(replica);
            final float[] others = weights.clone();
            for (int i = 0; i < others.length; i++) {
                others[i] *= 1.25f;
            }
            replica.setWeights(others);

            assertFalse(Arrays.equals(before, replica.forward(pixels(), Mode.EVALUATION, "scores")[0]));
            assertFalse(Arrays.equals(gradient, gradient(replica)));
            replica.setWeights(weights);
            assertArrayEquals(before, replica.forward(pixels(), Mode.EVALUATION, "scores")[0], 0);
            assertArrayEquals(gradient, gradient(replica), 0);
        });
    }

    @Test
    public void leavesItsInputsAlone() throws CanceledException {
        final float[] before = PIXELS.clone();
        compute(2, (replica, weights) -> {
            final float[] given = weights.clone();
            replica.setWeights(given);
            gradient(replica);

            assertArrayEquals(weights, given, 0);
        });

        assertArrayEquals(before, PIXELS, 0);
    }

    /** A hundred times, each with a failure and a cancel in the middle; after some that fill the Java heap. */
    @Test
    public void givesItsMemoryBack() throws CanceledException {
        long before = 0;
        for (int time = 0; time < 160; time++) {
            compute(2, (replica, weights) -> {
                gradient(replica);
                replica.forward(pixels(), Mode.EVALUATION, "scores");
                assertThrows(IllegalStateException.class, () -> replica.gradient(pixels(), Mode.training(1),
                    (first, images, scores, gradient) -> {
                        throw new IllegalStateException("in the middle");
                    }, Wanted.WEIGHTS, new float[weights.length], null));
                assertThrows(CanceledException.class, () -> replica.forward(images(), 2, List.of("scores"),
                    (first, images, values) -> { }, new CanceledAfterOneBatch()));
            });
            before = time == 59 ? Pointer.physicalBytes() : before;
        }

        final long grown = Pointer.physicalBytes() - before;
        // ND4J frees what the garbage collector finds, when it finds it
        assertTrue(grown + " bytes", grown < (m_kernel == Kernel.ONEDNN ? 40 : 250) << 20);
    }

    @Test
    public void refusesABatchWithoutImages() {
        assertEquals("images must be at least 1, but is 0",
            assertThrows(IllegalArgumentException.class, () -> new Pixels(PIXELS, 0, SHAPE)).getMessage());
    }

    @Test
    public void refusesANodeThatIsNotThere() throws CanceledException {
        compute(1, (replica, weights) -> {
            final var failure = assertThrows(IllegalArgumentException.class,
                () -> replica.forward(pixels(), Mode.EVALUATION, "no such node"));
            assertEquals("The network has no node \"no such node\".", failure.getMessage());
        });
    }

    @Test
    public void noiseOfDropoutFollowsTheIndexInTheBatch() throws CanceledException {
        final NetworkSpec spec = new NetworkSpec(SHAPE, List.of(
            new Node("drop", new Dropout(0.5), List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("drop"))));
        final float[] ones = new float[IMAGES * SHAPE.size()];
        Arrays.fill(ones, 1);
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(spec, workers, m_kernel)) {
            final float[] masks = replica.forward(new Pixels(ones, IMAGES, SHAPE), Mode.training(1), "drop")[0];
            for (int image = 1; image < IMAGES; image++) {
                assertNotEquals(0, Arrays.compare(masks, 0, SHAPE.size(), masks, image * SHAPE.size(),
                    (image + 1) * SHAPE.size()));
            }
        }
    }

    /** At least; several threads compute. */
    private static final class CanceledAfterOneBatch implements RunControl {

        private final AtomicInteger m_batches = new AtomicInteger();

        @Override
        public void progress(final double fraction, final String message) {
            m_batches.incrementAndGet();
        }

        @Override
        public void checkCanceled() throws CanceledException {
            if (m_batches.get() > 1) {
                throw new CanceledException();
            }
        }
    }

    private interface Work {
        void run(Replica replica, float[] weights) throws CanceledException;
    }

    private void compute(final int threads, final Work work) throws CanceledException {
        final float[] weights = KernelCheck.weights(spec(SHAPE), Seeds.of(9).generator());
        try (Workers workers = Workers.open(threads);
            Replica replica = Kernels.open(spec(SHAPE), workers, m_kernel)) {
            replica.setWeights(weights);
            work.run(replica, weights);
        }
    }

    private static float[] gradient(final Replica replica) throws CanceledException {
        final float[] gradient = new float[(int)replica.spec().parameters()];
        replica.gradient(pixels(), Mode.training(1), KernelCheck.crossEntropy(ROWS), Wanted.WEIGHTS, gradient, null);
        return gradient;
    }

    private KernelCheck check(final NetworkSpec spec, final int images) {
        return new KernelCheck(m_kernel, spec, images);
    }

    private static Pixels pixels() {
        return new Pixels(PIXELS, IMAGES, SHAPE);
    }

    private static ImageSet images() {
        final var builder = new ImageSetBuilder(SHAPE, List.of("a", "b", "c"));
        for (int i = 0; i < IMAGES; i++) {
            final byte[] pixels = new byte[SHAPE.size()];
            Seeds.of(i).generator().nextBytes(pixels);
            builder.add("Row" + i, pixels, i % 3);
        }
        return builder.build();
    }

    /** Takes images of any size. */
    private static NetworkSpec spec(final ImageShape shape) {
        return new NetworkSpec(shape, List.of(
            new Node("conv", new Convolution(5, 3, 1, 1, false, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-2, Activation.RELU), List.of("conv")),
            new Node("mean", new GlobalAveragePooling(), List.of("norm")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("mean"))));
    }
}
