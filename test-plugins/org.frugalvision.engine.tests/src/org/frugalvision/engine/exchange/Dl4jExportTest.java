// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks that DL4J alone restores. */
public final class Dl4jExportTest {

    private static final List<String> CLASSES = List.of("a", "b, c", "\u732b");

    private static final Set<String> WITHOUT_COUNTERPART = Set.of("resnet8-cbam", "ghostnet-small");

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void dl4jRestoresEveryArchitectureAndComputesTheSame() throws Exception {
        for (final String id : List.of("lenet", "lenet5", "vgg-small", "resnet8", "mobilenetv2-small")) {
            final ImageShape shape = new ImageShape(3, 32, 32);
            final Network ours = network(Architectures.create(id).build(shape, CLASSES.size()));

            final ComputationGraph theirs = ModelSerializer.restoreComputationGraph(export(ours).toFile());

            final ImageSet images = Dl4jNetworks.images(shape);
            final double[][] expected =
                Inference.probabilities(ours, images, new InferenceSettings(8, 1), RunControl.none());
            final INDArray output = theirs.outputSingle(Dl4jNetworks.pixels(images));
            for (int i = 0; i < expected.length; i++) {
                assertArrayEquals(id, expected[i], output.getRow(i).toDoubleVector(), 1e-5);
            }
            theirs.close();
        }
    }

    @Test
    public void comesBackBitForBitWithItsClassesAndSize() throws Exception {
        for (final ArchitectureInfo info : Architectures.infos()) {
            if (WITHOUT_COUNTERPART.contains(info.id())) {
                continue;
            }
            final double dropout = info.options().contains(ArchitectureOption.DROPOUT) ? 0.3 : 0;
            final Network network = network(Architectures.create(info.id()).build(new ImageShape(2, 33, 40),
                CLASSES.size(), new ArchitectureOptions(1, BatchNorm.USUAL, dropout, Head.USUAL)));

            final ImportedNetwork back = ModelFile.read(export(network), ImportSettings.asInFile());

            assertEquals(info.id(), network.hash(), back.network().hash());
            assertEquals(List.of(), back.remarks());
        }
    }

    @Test
    public void equalNetworksGiveEqualBytes() throws Exception {
        final Network network =
            network(Architectures.create("resnet8").build(new ImageShape(1, 16, 16), CLASSES.size()));

        assertArrayEquals(Files.readAllBytes(export(network)), Files.readAllBytes(export(network)));
    }

    @Test
    public void namesTheLayerThatDl4jDoesNotHave() {
        final Network network = network(Architectures.create("resnet8").build(new ImageShape(1, 16, 16),
            CLASSES.size(), new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.PYRAMID)));

        assertEquals("Network: node \"head\" (spatial pyramid pooling 4 x 4, 2 x 2, 1 x 1) has no counterpart in DL4J.",
            assertThrows(DataException.class, () -> export(network)).getMessage());
    }

    @Test
    public void namesTheNodesOfArchitecturesThatDl4jCannotExpress() {
        for (final String id : WITHOUT_COUNTERPART) {
            final Network network =
                network(Architectures.create(id).build(new ImageShape(1, 16, 16), CLASSES.size()));

            assertEquals("Network: node \"" + (id.startsWith("ghost") ? "block1-widen\" (concatenation)"
                : "stage1-block1-cbam-channel\" (average and maximum of channels)") + " has no counterpart in DL4J.",
                assertThrows(DataException.class, () -> export(network)).getMessage());
        }
    }

    @Test
    public void smoothActivationsComeBackAndHardSwishIsRefused() throws Exception {
        for (final Activation activation : List.of(Activation.SIGMOID, Activation.SWISH)) {
            final Network network = network(activated(activation));

            assertEquals(network.hash(),
                ModelFile.read(export(network), ImportSettings.asInFile()).network().hash());
            final ComputationGraph theirs = ModelSerializer.restoreComputationGraph(export(network).toFile());
            final ImageSet images = Dl4jNetworks.images(network.spec().input());
            assertArrayEquals(
                Inference.probabilities(network, images, new InferenceSettings(8, 1), RunControl.none())[0],
                theirs.outputSingle(Dl4jNetworks.pixels(images)).getRow(0).toDoubleVector(), 1e-5);
            theirs.close();
        }
        assertEquals("Network: node \"conv\" (activation hard_swish) has no counterpart in DL4J.",
            assertThrows(DataException.class, () -> export(network(activated(Activation.HARD_SWISH)))).getMessage());
    }

    @Test
    public void refusesScoresThatAreNoDenseLayers() {
        final Network network = network(new NetworkSpec(new ImageShape(1, 8, 8), List.of(
            new Node("conv", new Convolution(3, 3, 1, 0, true, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("mean", new GlobalAveragePooling(), List.of("conv")))));

        assertEquals("Network: node \"mean\" (global average pooling for scores) has no counterpart in DL4J.",
            assertThrows(DataException.class, () -> export(network)).getMessage());
    }

    private static NetworkSpec activated(final Activation activation) {
        return new NetworkSpec(new ImageShape(1, 8, 8), List.of(
            new Node("conv", new Convolution(4, 3, 1, 0, true, activation), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-3, activation), List.of("conv")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("norm"))));
    }

    /** Weights and statistics at random, none of which is at its start. */
    private static Network network(final NetworkSpec spec) {
        final Network start = Network.initialise(spec, CLASSES, Seeds.of(5));
        final float[] weights = start.weights();
        final RandomGenerator random = Seeds.of(6).generator();
        for (final Tensor tensor : spec.tensors()) {
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                weights[i] = tensor.shape().role() == Role.WEIGHT ? weights[i]
                    : weights[i] + 0.5f * random.nextFloat();
            }
        }
        return new Network(spec, CLASSES, weights, start.history());
    }

    private Path export(final Network network) throws Exception {
        final var out = new ByteArrayOutputStream();
        Dl4jExport.write(network, out, RunControl.none());
        return Files.write(m_folder.getRoot().toPath().resolve("network.zip"), out.toByteArray());
    }
}
