// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.DamagedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.ResizedImages;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.ActivationRange;
import org.frugalvision.engine.network.CodedTensor;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** A network that stays open from one set of images to the next. */
public final class PredictorTest {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static final InferenceSettings SETTINGS = new InferenceSettings(2, 2);

    private final Network m_network = network(Head.GLOBAL_AVERAGE);

    /** All weights of its layers are multiples of a hundredth. */
    @Test
    public void aNetworkInEightBitsIsAppliedSoOrSaysWhyNot() throws CanceledException {
        final Network network = Networks.network(1);
        final float[] weights = network.weights();
        final List<CodedTensor> codes = new ArrayList<>();
        for (final Tensor tensor : network.spec().tensors()) {
            if (tensor.shape().role() == Role.WEIGHT) {
                for (int k = tensor.offset(); k < tensor.end(); k++) {
                    weights[k] = Math.max(-127, Math.min(127, Math.round(weights[k] * 100))) * 0.01f;
                }
                codes.add(new CodedTensor(new CodedTensor.Form(tensor.node(), 8, false), new float[]{0.01f}));
            }
        }
        final Network single =
            new Network(network.spec(), network.classes(), weights, network.history()).coded(codes);
        final Network eightBits = single.inEightBits(network.spec().nodes().stream()
            .map(node -> new ActivationRange(node.name(), 0, 3)).toList());
        final ImageSet images = Networks.images(20, 1);

        assertEquals(Optional.empty(), Predictor.warning(single));
        assertEquals(Kernels.eightBits() ? Optional.empty() : Optional.of("The network is made for whole numbers of 8 "
            + "bits, which only oneDNN computes with here: its scores are those of single precision, and take as "
            + "long."), Predictor.warning(eightBits));
        final float[] scores = scores(eightBits, images, 1);
        assertArrayEquals(scores, scores(eightBits, images, 3), 0);
        assertEquals(!Kernels.eightBits(), Arrays.equals(scores(single, images, 1), scores));
        assertArrayEquals(scores(single, images, 1), scores, 0.2f);
    }

    private static float[] scores(final Network network, final ImageSet images, final int threads)
        throws CanceledException {
        try (Predictor predictor =
            Predictor.open(network, new InferenceSettings(4, threads), Optional.empty(), false)) {
            return predictor.predict(images, RunControl.none()).get(7).scores();
        }
    }

    @Test
    public void onePassGivesTheBitsOfTwo() throws CanceledException {
        for (final Network network : List.of(m_network, network(Head.PYRAMID), network(Head.FLATTEN))) {
            final ImageSet images = images(5, 16, 16);
            final double[][] probabilities = Inference.probabilities(network, images, SETTINGS, RunControl.none());
            final float[][] embeddings = embeddingsAlone(network, images);

            try (Predictor predictor = open(network, Optional.empty())) {
                final List<Prediction> predictions = predictor.predict(images, RunControl.none());
                for (int i = 0; i < 5; i++) {
                    assertArrayEquals(probabilities[i], predictions.get(i).probabilities(), 0);
                    assertArrayEquals(embeddings[i], predictions.get(i).embedding(), 0);
                }
            }
        }
    }

    @Test
    public void oneSetAfterTheOtherGivesTheBitsOfEachAlone() throws CanceledException {
        assertSameAsAlone(images(1, 16, 16), images(7, 16, 16), images(2, 16, 16));
    }

    @Test
    public void moreSizesThanStayPreparedTakeTurns() throws CanceledException {
        assertSameAsAlone(IntStream.of(8, 10, 12, 8, 14, 16, 18, 10, 8)
            .mapToObj(side -> images(5, side, 16)).toArray(ImageSet[]::new));
    }

    @Test
    public void noImagesGiveNoPredictions() throws CanceledException {
        try (Predictor predictor = open(m_network, Optional.empty())) {
            assertEquals(List.of(), predictor.predict(images(0, 3, 3), RunControl.none()));
        }
    }

    @Test
    public void embeddingsAreEmptyWhereNobodyAskedForThem() throws CanceledException {
        try (Predictor predictor =
            Predictor.open(m_network, SETTINGS, Optional.empty(), false)) {
            assertEquals(0, predictor.predict(images(1, 16, 16), RunControl.none()).get(0).embedding().length);
        }
    }

    @Test
    public void cascadeTakesEachPredictionFromThePassThatWasKept() throws CanceledException {
        final ImageSet images = images(9, 16, 16);
        final double[][] full = Inference.probabilities(m_network, images, SETTINGS, RunControl.none());
        final double[][] low =
            Inference.probabilities(m_network, new ResizedImages(images, 8, 8), SETTINGS, RunControl.none());
        final float[][] fullEmbeddings = embeddingsAlone(m_network, images);
        final float[][] lowEmbeddings = embeddingsAlone(m_network, new ResizedImages(images, 8, 8));
        final long fullCost = m_network.spec().multiplyAdds();
        final long lowCost = m_network.spec().withInput(new ImageShape(2, 8, 8)).multiplyAdds();
        final Cascade cascade = new Cascade(largest(low[4]), 0.5);

        final List<Integer> again = new ArrayList<>();
        try (Predictor predictor = open(m_network, Optional.of(cascade))) {
            final List<Prediction> predictions = predictor.predict(images, RunControl.none());
            for (int i = 0; i < 9; i++) {
                final boolean kept = largest(low[i]) >= largest(low[4]);
                assertArrayEquals("image " + i, kept ? low[i] : full[i], predictions.get(i).probabilities(), 1e-6);
                assertArrayEquals(kept ? lowEmbeddings[i] : fullEmbeddings[i], predictions.get(i).embedding(), 1e-5f);
                assertEquals(kept ? lowCost : lowCost + fullCost, predictions.get(i).multiplyAdds());
                if (!kept) {
                    again.add(i);
                }
            }
        }
        assertTrue(again.toString(), !again.isEmpty() && again.size() < 9);
    }

    @Test
    public void cascadeNeedsANetworkForImagesOfAnySize() {
        assertEquals("Network: it takes images of 16 x 16 pixels, 2 channels only, but the confidence cascade sends "
            + "them through it in two sizes.", assertThrows(DataException.class,
                () -> open(network(Head.FLATTEN), Optional.of(Cascade.DEFAULT))).getMessage());
    }

    @Test
    public void imagesThatVanishWhenShrunkAreRefusedByName() throws CanceledException {
        try (Predictor predictor = open(m_network, Optional.of(Cascade.DEFAULT))) {
            assertEquals("Row \"Row0\": shrunk to 8 x 4 pixels for the confidence cascade, the image is too small for "
                + "the network (Node \"stage3-pool\" is not possible: a window of 2 x 2 does not fit into 1 rows or "
                + "columns).",
                assertThrows(DataException.class, () -> predictor.predict(images(1, 8, 16), RunControl.none()))
                    .getMessage());
        }
    }

    @Test(timeout = 60_000)
    public void canceledAndFailedWorkLeavesTheRightToComputeToOthers() throws Exception {
        final ImageSet images = images(9, 16, 16);
        try (Predictor predictor = open(m_network, Optional.empty())) {
            final Object expected = predictor.predict(images, RunControl.none()).get(8).probabilities()[0];
            for (int check = 1; check <= 4; check++) {
                final RunControl canceled = new CanceledAtCheck(check);
                assertThrows(CanceledException.class, () -> predictor.predict(images, canceled));
                assertNobodyComputes();
            }
            assertThrows(DataException.class, () -> predictor.predict(images(3, 2, 2), RunControl.none()));
            assertEquals("The image 7 cannot be read.", assertThrows(IllegalStateException.class,
                () -> predictor.predict(new DamagedImages(images, 7), RunControl.none())).getMessage());
            assertNobodyComputes();

            assertEquals("and what was left can be used again", expected,
                predictor.predict(images, RunControl.none()).get(8).probabilities()[0]);
        }
    }

    private static void assertNobodyComputes() throws InterruptedException, ExecutionException {
        CompletableFuture.runAsync(() -> {
            try {
                Compute.lease(RunControl.none()).close();
            } catch (CanceledException e) {
                throw new AssertionError(e);
            }
        }).get();
    }

    @Test
    public void aSinglePixelIsPredictedAloneAsAmongOthers() throws CanceledException {
        final Network network = Network.initialise(new NetworkSpec(new ImageShape(2, 1, 1), List.of(
            new Node("conv", new Convolution(4, 1, 1, 0, false, Activation.RELU), List.of(Node.INPUT)),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("conv")))), CLASSES, Seeds.of(1));
        final ImageSet images = images(3, 1, 1);
        final double[][] together = Inference.probabilities(network, images, SETTINGS, RunControl.none());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(together[i],
                Inference.probabilities(network, images.subset(i), SETTINGS, RunControl.none())[0], 0);
        }
    }

    @Test
    public void scoresThatAreNoNumbersAreRefused() throws CanceledException {
        final var spec = new NetworkSpec(new ImageShape(2, 3, 4),
            List.of(new Node("scores", new Dense(3, Activation.IDENTITY), List.of(Node.INPUT))));
        final float[] weights = new float[spec.graph().parameters()];
        Arrays.fill(weights, Float.MAX_VALUE);
        final var broken = new Network(spec, CLASSES, weights, m_network.history());
        try (Predictor predictor = open(broken, Optional.empty())) {
            assertEquals("Row \"Row0\": the network's numbers for this image are too large to tell the classes apart.",
                assertThrows(DataException.class, () -> predictor.predict(images(1, 3, 4), RunControl.none()))
                    .getMessage());
        }
    }

    @Test
    public void aNetworkOfOneLayerEmbedsThePixels() throws CanceledException {
        final var spec = new NetworkSpec(new ImageShape(2, 3, 4),
            List.of(new Node("scores", new Dense(3, Activation.IDENTITY), List.of(Node.INPUT))));
        final var network = Network.initialise(spec, CLASSES, Seeds.of(1));
        final float[] pixels = new float[24];
        images(1, 3, 4).readPixels(0, pixels, 0);

        assertArrayEquals(pixels, Inference.embeddings(network, images(1, 3, 4), SETTINGS, RunControl.none())[0], 0);
        assertEquals(24, spec.features());
        assertEquals(4, Networks.spec().features());
    }

    @Test
    public void batchSizeFollowsFromTheLayersOfTheNetwork() {
        final NetworkSpec small = Networks.spec();
        final NetworkSpec large = Architectures.create("vgg-small").build(new ImageShape(3, 96, 96), 10);

        assertEquals(60 + 126 + 27 + 4 + 3, small.activations());
        assertEquals(128, InferenceSettings.DEFAULT.batchSize(small));
        assertEquals((32 << 20) / (4 * large.activations()), InferenceSettings.DEFAULT.batchSize(large));
        assertEquals(7, new InferenceSettings(7, 1).batchSize(large));
        assertEquals(1, InferenceSettings.DEFAULT.batchSize(
            Architectures.create("resnet8").build(new ImageShape(3, 1024, 1024), 10)));
    }

    @Test
    public void batchSizeChangesResultsByRoundingOnly() throws CanceledException {
        final ImageSet images = images(40, 16, 16);
        final double[][] chosen = Inference.probabilities(m_network, images, InferenceSettings.DEFAULT,
            RunControl.none());
        for (final int batchSize : new int[]{1, 3, 16, 40}) {
            final double[][] other =
                Inference.probabilities(m_network, images, new InferenceSettings(batchSize, 1), RunControl.none());
            for (int i = 0; i < 40; i++) {
                assertArrayEquals(chosen[i], other[i], 1e-6);
            }
        }
    }

    private static Predictor open(final Network network, final Optional<Cascade> cascade) {
        return Predictor.open(network, SETTINGS, cascade, true);
    }

    /** The embeddings by a pass of their own. */
    private static float[][] embeddingsAlone(final Network network, final ImageSet images) throws CanceledException {
        final Folding.Folded folded = Folding.fold(network.spec().withInput(images.shape()), network.weights());
        final float[][] embeddings = new float[images.size()][];
        final List<Node> nodes = folded.spec().nodes();
        try (Workers workers = Workers.open(1); Replica replica = Kernels.open(folded.spec(), workers)) {
            replica.setWeights(folded.weights());
            replica.forward(images, 2, List.of(nodes.get(nodes.size() - 1).inputs().get(0)),
                (first, count, values) -> {
                    final int length = values[0].length / count;
                    for (int i = 0; i < count; i++) {
                        embeddings[first + i] = Arrays.copyOfRange(values[0], i * length, (i + 1) * length);
                    }
                }, RunControl.none());
        }
        return embeddings;
    }

    private void assertSameAsAlone(final ImageSet... sets) throws CanceledException {
        final List<double[][]> expected = new ArrayList<>();
        for (final ImageSet images : sets) {
            expected.add(Inference.probabilities(m_network, images, SETTINGS, RunControl.none()));
        }
        try (Predictor predictor = open(m_network, Optional.empty())) {
            for (int i = 0; i < sets.length; i++) {
                assertArrayEquals(expected.get(i), predictor.predict(sets[i], RunControl.none()).stream()
                    .map(Prediction::probabilities).toArray(double[][]::new));
            }
        }
    }

    private static double largest(final double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static Network network(final Head head) {
        final var options = new ArchitectureOptions(0.25, BatchNorm.USUAL, 0, head);
        return Network.initialise(Architectures.create("vgg-small").build(new ImageShape(2, 16, 16), 3, options),
            CLASSES, "vgg-small", Seeds.of(1));
    }

    private static ImageSet images(final int count, final int height, final int width) {
        final var builder = new ImageSetBuilder(new ImageShape(2, height, width), CLASSES);
        for (int i = 0; i < count; i++) {
            final byte[] pixels = new byte[2 * height * width];
            Seeds.of(i).generator().nextBytes(pixels);
            builder.add("Row" + i, pixels, i % 3);
        }
        return builder.build();
    }
}
