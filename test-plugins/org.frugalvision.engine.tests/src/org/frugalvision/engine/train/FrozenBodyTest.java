// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Trainings that leave the first layers as they are. */
public final class FrozenBodyTest {

    private static final NetworkSpec SPEC = new NetworkSpec(Networks.SHAPE, List.of(
        new Node("conv", new Convolution(3, 3, 1, 0, true, Activation.IDENTITY), List.of(Node.INPUT)),
        new Node("norm", new BatchNormalization(1e-3, Activation.RELU), List.of("conv")),
        new Node("drop", new Dropout(0.5), List.of("norm")),
        new Node("dense", new Dense(5, Activation.RELU), List.of("drop")),
        new Node("scores", new Dense(3, Activation.IDENTITY), List.of("dense"))));

    /** Up to and with the normalisation. */
    private static final long BODY = SPEC.layers().get(0).multiplyAdds() + SPEC.layers().get(1).multiplyAdds();

    private static final long HEAD = SPEC.multiplyAdds() - BODY;

    private static final TrainingSettings SETTINGS = new TrainingSettings(4, 8, 0.01, 5, true, 2);

    /** For checkpoints. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private final ImageSet m_images = Networks.images(30, 1);

    /** Statistics that are those of no batch. */
    private final Network m_start = start();

    @Test
    public void imagesGoThroughTheBodyOnce() throws CanceledException {
        final FitResult result = fit(new FreezeUpTo("norm", 0));

        assertEquals(30 * BODY + 4 * 30 * HEAD, result.cost().count(Quantity.FORWARD_MACS));
        assertEquals(2 * 4 * 30 * HEAD, result.cost().count(Quantity.BACKWARD_MACS));
        assertEquals(120, result.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(0, result.cost().count(Quantity.SAMPLES_SCORED));
        assertBodyIsAsBefore(result.network());
    }

    /** What is remembered rounds as what is computed again. */
    @Test
    public void changedImagesGoThroughTheBodyAgain() throws CanceledException {
        final FitResult result = fit(new FreezeUpTo("norm", 0) {

            @Override
            public void imageLoaded(final LoadedImage image, final RandomGenerator random) {
                image.pixels()[image.offset()] += 1e-7f;
            }
        });

        assertEquals(4 * 30 * (BODY + HEAD), result.cost().count(Quantity.FORWARD_MACS));
        assertBodyIsAsBefore(result.network());
        assertArrayEquals(fit(new FreezeUpTo("norm", 0)).network().weights(), result.network().weights(), 2e-3f);
    }

    @Test
    public void changesOfImagesAreSeen() throws CanceledException {
        final float[] black = fit(new FreezeUpTo("norm", 0) {

            @Override
            public Batch batchLoaded(final Batch batch, final Passes passes) {
                return batch.withPixels(new float[batch.pixels().length]);
            }
        }).network().weights();

        final float[] usual = fit(new FreezeUpTo("norm", 0)).network().weights();
        assertFalse(Arrays.equals(black, usual));
    }

    /** With running statistics, not those of the batch; there is no dropout, which would drop in the head. */
    @Test
    public void theBodyIsComputedAsWhenTheNetworkIsApplied() throws CanceledException {
        final NetworkSpec calm = new NetworkSpec(Networks.SHAPE, List.of(SPEC.nodes().get(0), SPEC.nodes().get(1),
            new Node("dense", SPEC.nodes().get(3).layer(), List.of("norm")), SPEC.nodes().get(4)));
        final Network start =
            new Network(calm, Networks.CLASSES, m_start.weights(), m_start.history());
        final double[][] losses = new double[2][];
        new Training(start, m_images, new TrainingSettings(1, 30, 1e-9, 5, false, 2))
            .with(List.of(new FreezeUpTo("norm", 0) {

                @Override
                public Batch batchLoaded(final Batch batch, final Passes passes) throws CanceledException {
                    losses[0] = passes.losses(batch, Passes.Mode.APPLIED);
                    return batch;
                }

                @Override
                public void lossReady(final Batch batch, final float[] scores, final double[] known) {
                    losses[1] = known;
                }
            })).fit(RunControl.none());
        assertArrayEquals(losses[0], losses[1], 1e-5);
    }

    @Test
    public void gradientsAtOtherWeightsSeeTheirBody() throws CanceledException {
        final float[][] gradients = new float[3][];
        fit(new FreezeUpTo("norm", 0) {

            @Override
            public void gradientReady(final Batch batch, final Weights gradient, final Weights weights,
                final Passes passes) throws CanceledException {
                gradients[0] = gradient.values().clone();
                gradients[1] = passes.gradient(batch, weights).values();
                final float[] other = weights.values().clone();
                Arrays.fill(other, 0, 54, 0.1f);
                gradients[2] = passes.gradient(batch, Weights.of(SPEC, other)).values();
            }
        });

        assertArrayEquals(gradients[0], gradients[1], 1e-7f);
        assertFalse(Arrays.equals(gradients[1], gradients[2]));
    }

    @Test
    public void anInterruptedTrainingGoesOnWithTheSameBitsAndCosts() throws Exception {
        final FitResult whole = fit(new FreezeUpTo("norm", 1));
        final Path folder = m_folder.newFolder().toPath();
        assertThrows(CanceledException.class,
            () -> new Training(m_start, m_images, Optional.empty(), SETTINGS, new Recipe(List.of(
                new FreezeUpTo("norm", 1))), Optional.of(folder)).fit(new CancelIn("epoch 4/4")));

        final FitResult resumed = new Training(m_start, m_images, Optional.empty(), SETTINGS,
            new Recipe(List.of(new FreezeUpTo("norm", 1))), Optional.of(folder)).fit(RunControl.none());

        assertArrayEquals(whole.network().weights(), resumed.network().weights(), 0);
        assertEquals(30 * SPEC.multiplyAdds() + 30 * BODY + 3 * 30 * HEAD, whole.cost().count(Quantity.FORWARD_MACS));
        assertEquals(whole.cost().count(Quantity.FORWARD_MACS), resumed.cost().count(Quantity.FORWARD_MACS));
        assertEquals(whole.cost().count(Quantity.BACKWARD_MACS), resumed.cost().count(Quantity.BACKWARD_MACS));
    }

    /** Its statistics move. */
    @Test
    public void aNormalisationBehindTheBodyLearns() throws CanceledException {
        final FitResult result = fit(new FreezeUpTo("conv", 0));

        assertEquals(30 * SPEC.layers().get(0).multiplyAdds()
            + 4 * 30 * (SPEC.multiplyAdds() - SPEC.layers().get(0).multiplyAdds()), result.cost().count(Quantity.FORWARD_MACS));
        final Tensor mean = SPEC.graph().tensors(SPEC.graph().place("norm")).get(2);
        assertNotEquals(0.3f, result.network().weights()[mean.offset()], 1e-3f);
    }

    private void assertBodyIsAsBefore(final Network network) {
        assertArrayEquals(Arrays.copyOf(m_start.weights(), offset("dense")),
            Arrays.copyOf(network.weights(), offset("dense")), 0);
    }

    private static int offset(final String node) {
        return SPEC.graph().tensors(SPEC.graph().place(node)).get(0).offset();
    }

    private FitResult fit(final TrainingMethod method) throws CanceledException {
        return new Training(m_start, m_images, SETTINGS).with(List.of(method)).fit(RunControl.none());
    }

    private static Network start() {
        final Network network = Network.initialise(SPEC, Networks.CLASSES, Seeds.of(3));
        final float[] weights = network.weights();
        for (final Tensor tensor : SPEC.tensors()) {
            if (!tensor.shape().role().learned()) {
                Arrays.fill(weights, tensor.offset(), tensor.end(), 0.3f);
            }
        }
        return new Network(SPEC, Networks.CLASSES, weights, network.history());
    }

    /** Trains what stands behind a node, from some epoch on. */
    private static class FreezeUpTo extends SilentMethod {

        private final int m_last;

        private final int m_epochsBefore;

        private int m_epoch;

        FreezeUpTo(final String node, final int epochsBefore) {
            m_last = SPEC.graph().place(node);
            m_epochsBefore = epochsBefore;
        }

        @Override
        public Set<Claim> claims() {
            return Set.of(Claim.RATES);
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            m_epoch = epoch;
            return batches;
        }

        @Override
        public double rate(final Tensor tensor) {
            return m_epoch > m_epochsBefore && SPEC.graph().place(tensor.node()) <= m_last ? 0 : 1;
        }
    }

    /** Cancels as soon as a message tells of an epoch. */
    private static final class CancelIn implements RunControl {

        private final String m_epoch;

        private boolean m_reached;

        CancelIn(final String epoch) {
            m_epoch = epoch;
        }

        @Override
        public void progress(final double fraction, final String message) {
            m_reached |= message.contains(m_epoch);
        }

        @Override
        public void checkCanceled() throws CanceledException {
            if (m_reached) {
                throw new CanceledException();
            }
        }
    }
}
