// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.ArchitectureInfo;
import org.frugalvision.engine.network.ArchitectureOption;
import org.frugalvision.engine.network.ArchitectureOptions;
import org.frugalvision.engine.network.Architectures;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
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
            final String dropout = info.options().contains(ArchitectureOption.DROPOUT) ? "0.3" : "0";
            final Network network = network(Architectures.create(info.id()).build(new ImageShape(2, 33, 40),
                CLASSES.size(), ArchitectureOptions.of(Map.of("dropout", dropout))));

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
            CLASSES.size(), ArchitectureOptions.of(Map.of("head", "pyramid"))));

        assertEquals("Network: node \"head\" (spatial pyramid pooling 4 x 4, 2 x 2, 1 x 1) has no counterpart in DL4J.",
            assertThrows(DataException.class, () -> export(network)).getMessage());
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
