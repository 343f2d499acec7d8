// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks that DL4J made and wrote compute the same here. */
public final class Dl4jImportTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void sequencesComputeTheSame() throws Exception {
        for (final int side : new int[]{12, 15}) {
            final MultiLayerNetwork theirs = Dl4jNetworks.sequence(side, 2);

            final Network ours = read(theirs, side);

            final ImageSet images = Dl4jNetworks.images(new ImageShape(2, side, side));
            assertSame(theirs.output(Dl4jNetworks.pixels(images)), ours, images);
            assertEquals(theirs.numParams(), ours.spec().parameters());
        }
    }

    @Test
    public void graphsComputeTheSame() throws Exception {
        for (final int side : new int[]{12, 15}) {
            final ComputationGraph theirs = Dl4jNetworks.residual(side, 3);

            final Network ours = read(theirs, side);

            final ImageSet images = Dl4jNetworks.images(new ImageShape(3, side, side));
            assertSame(theirs.outputSingle(Dl4jNetworks.pixels(images)), ours, images);
        }
    }

    @Test
    public void meansCountThePaddingOrAreRefused() throws Exception {
        for (final ConvolutionMode mode : new ConvolutionMode[]{ConvolutionMode.Same, ConvolutionMode.Truncate}) {
            final MultiLayerNetwork counting = mean(mode, true);
            final ImageSet images = Dl4jNetworks.images(new ImageShape(2, 8, 8));
            assertSame(counting.output(Dl4jNetworks.pixels(images)), read(counting, 8), images);

            final MultiLayerNetwork other = mean(mode, false);
            assertEquals("it has layers that this version cannot take over: SubsamplingLayer \"layer1\" (mean that "
                + "leaves out the padding)",
                assertThrows(NetworkFormatException.class, () -> read(other, 8)).reason());
        }
    }

    private static MultiLayerNetwork mean(final ConvolutionMode mode, final boolean counting) {
        Backend.start();
        final var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(2).activation(Activation.IDENTITY).build())
            .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG).kernelSize(3, 3).stride(2, 2)
                .padding(mode == ConvolutionMode.Same ? 0 : 1, mode == ConvolutionMode.Same ? 0 : 1)
                .convolutionMode(mode).avgPoolIncludePadInDivisor(counting).build())
            .layer(output()).setInputType(InputType.convolutional(8, 8, 2)).build());
        network.init();
        return network;
    }

    @Test
    public void takesTheSizeOfAFlatInputFromTheFile() throws Exception {
        Backend.start();
        final var theirs = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(2).activation(Activation.RELU).build())
            .layer(output()).setInputType(InputType.convolutionalFlat(6, 5, 2)).build());
        theirs.init();

        final Network ours = ModelFile.read(Dl4jNetworks.write(theirs, m_folder.getRoot().toPath()),
            ImportSettings.asInFile()).network();

        final ImageSet images = Dl4jNetworks.images(new ImageShape(2, 6, 5));
        assertSame(theirs.output(Dl4jNetworks.pixels(images).reshape(images.size(), 60)), ours, images);
    }

    @Test
    public void asksForTheSizeOfTheImages() throws IOException {
        final Path file = Dl4jNetworks.write(Dl4jNetworks.sequence(12, 2), m_folder.getRoot().toPath());

        assertEquals("a DL4J file does not tell the size of the images; set \"Image height\" and \"Image width\" to "
            + "what the network was trained with",
            assertThrows(NetworkFormatException.class, () -> ModelFile.read(file, ImportSettings.asInFile()))
                .reason());
        assertEquals("DenseLayer \"layer9\" is not possible: it takes 75 values or channels, but gets 175; check the "
            + "image size", assertThrows(NetworkFormatException.class, () -> ModelFile.read(file, size(16))).reason());
    }

    @Test
    public void scalesPixelsAsTheNetworkExpectsThem() throws Exception {
        final MultiLayerNetwork theirs = Dl4jNetworks.sequence(12, 2);
        final Path file = Dl4jNetworks.write(theirs, m_folder.getRoot().toPath());
        final ImageSet images = Dl4jNetworks.images(new ImageShape(2, 12, 12));
        final INDArray pixels = Dl4jNetworks.pixels(images);

        assertSame(theirs.output(pixels.mul(2).subi(1)), ModelFile.read(file,
            new ImportSettings(List.of(), 12, 12, PixelRange.MINUS_ONE_TO_ONE)).network(), images);
        assertSame(theirs.output(pixels.mul(255)), ModelFile.read(file,
            new ImportSettings(List.of(), 12, 12, PixelRange.ZERO_TO_255)).network(), images);
    }

    @Test
    public void namesTheClasses() throws IOException {
        final Path file = Dl4jNetworks.write(Dl4jNetworks.sequence(12, 2), m_folder.getRoot().toPath());

        final ImportedNetwork unnamed = ModelFile.read(file, size(12));
        assertEquals(List.of("class 0", "class 1", "class 2"), unnamed.network().classes());
        assertEquals(List.of("The file does not name the classes; they are called \"class 0\" to \"class 2\" unless "
            + "\"Class names\" tells them."), unnamed.remarks());
        assertTrue(unnamed.network().trained());
        final ImportedNetwork named = ModelFile.read(file,
            new ImportSettings(List.of("cat", "dog", "eel"), 12, 12, PixelRange.AUTOMATIC));
        assertEquals(List.of("cat", "dog", "eel"), named.network().classes());
        assertEquals(List.of(), named.remarks());
        assertEquals("it tells 3 classes apart, but \"Class names\" tells 2", assertThrows(NetworkFormatException.class,
            () -> ModelFile.read(file, new ImportSettings(List.of("cat", "dog"), 12, 12, PixelRange.AUTOMATIC)))
                .reason());
    }

    @Test
    public void namesEveryLayerThatIsInTheWay() throws IOException {
        Backend.start();
        final var graph = new NeuralNetConfiguration.Builder().convolutionMode(ConvolutionMode.Same).graphBuilder()
            .addInputs("image").setInputTypes(InputType.convolutional(8, 8, 1))
            .addLayer("a", new ConvolutionLayer.Builder(3, 3).nOut(2).dilation(2, 2).activation(Activation.RELU).build(),
                "image")
            .addLayer("b", new ConvolutionLayer.Builder(3, 5).nOut(2).activation(Activation.TANH).build(), "image")
            .addVertex("both", new MergeVertex(), "a", "b")
            .addLayer("lrn", new LocalResponseNormalization(), "both")
            .addLayer("dense", new DenseLayer.Builder().nOut(4).activation(Activation.ELU).build(), "lrn")
            .addLayer("out", new OutputLayer.Builder(LossFunction.MSE).nOut(3).activation(Activation.IDENTITY)
                .build(), "dense").setOutputs("out");
        final var theirs = new ComputationGraph(graph.build());
        theirs.init();
        final Path file = Dl4jNetworks.write(theirs, m_folder.getRoot().toPath());

        assertEquals("it has layers that this version cannot take over: ConvolutionLayer \"a\" (dilation of 2); "
            + "ConvolutionLayer \"b\" (kernel of [3, 5]); MergeVertex \"both\"; LocalResponseNormalization \"lrn\"; "
            + "DenseLayer \"dense\" (activation ELU); OutputLayer \"out\" (only softmax with cross-entropy ends a "
            + "classifier, not LossMSE)",
            assertThrows(NetworkFormatException.class, () -> ModelFile.read(file, size(8))).reason());
    }

    private Network read(final Model theirs, final int side) throws IOException {
        return ModelFile.read(Dl4jNetworks.write(theirs, m_folder.getRoot().toPath()), size(side)).network();
    }

    private static ImportSettings size(final int side) {
        return new ImportSettings(List.of(), side, side, PixelRange.AUTOMATIC);
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT).nOut(Dl4jNetworks.CLASSES).activation(Activation.SOFTMAX)
            .build();
    }

    private static void assertSame(final INDArray theirs, final Network ours, final ImageSet images)
        throws CanceledException {
        final double[][] probabilities =
            Inference.probabilities(ours, images, new InferenceSettings(4, 1), RunControl.none());
        for (int i = 0; i < probabilities.length; i++) {
            assertArrayEquals(theirs.getRow(i).toDoubleVector(), probabilities[i], 1e-5);
        }
    }
}
