// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.hdf5.Hdf5File;
import org.frugalvision.engine.hdf5.Hdf5Group;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** Models in the layout of Keras give the probabilities that the script keras/make_fixtures.py computed for them. */
public final class KerasImportTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void sequentialModelsComputeTheSame() throws Exception {
        final ImportedNetwork imported = assertComputesAsExpected("sequential.h5", ImportSettings.asInFile());

        assertEquals(new ImageShape(2, 10, 9), imported.network().spec().input());
        assertEquals(List.of("The file does not name the classes; they are called \"class 0\" to \"class 2\" unless "
            + "\"Class names\" tells them."), imported.remarks());
    }

    @Test
    public void functionalModelsComputeTheSame() throws Exception {
        assertComputesAsExpected("functional.h5",
            new ImportSettings(List.of("x", "y", "z"), 0, 0, PixelRange.AUTOMATIC));
        assertComputesAsExpected("functional.h5", new ImportSettings(List.of(), 0, 0, PixelRange.ZERO_TO_255));
    }

    @Test
    public void modelsOfKeras3InTheOldFormatComputeTheSame() throws Exception {
        final ImportedNetwork imported =
            assertComputesAsExpected("keras3.h5", new ImportSettings(List.of(), 7, 6, PixelRange.AUTOMATIC));

        assertEquals(2, imported.network().classes().size());
        assertTrue(imported.network().spec().sizeFree());
    }

    @Test
    public void aModelInAModelIsTakenOverLayerByLayer() throws Exception {
        final Network network = assertComputesAsExpected("nested.h5", ImportSettings.asInFile()).network();

        assertEquals(List.of("base/conv", "base/norm", "global", "dense"),
            network.spec().nodes().stream().map(Node::name).toList());
    }

    @Test
    public void importedNetworksTrainOn() throws Exception {
        final Network start = ModelFile.read(file("functional.h5"),
            new ImportSettings(List.of("a", "b", "c"), 0, 0, PixelRange.AUTOMATIC)).network();
        final var images = new ImageSetBuilder(start.spec().input(), start.classes());
        final RandomGenerator random = Seeds.of(1).generator();
        for (int i = 0; i < 30; i++) {
            final byte[] pixels = new byte[64];
            random.nextBytes(pixels);
            Arrays.fill(pixels, 20 * (i % 3), 20 * (i % 3) + 20, (byte)-1);
            images.add("Row" + i, pixels, i % 3);
        }
        final ImageSet set = images.build();

        final Network trained = new Training(start, set, TrainingSettings.DEFAULT)
            .fit(RunControl.none()).network();

        assertTrue(loss(trained, set) < loss(start, set));
        assertEquals(2, trained.history().provenance().size());
    }

    @Test
    public void asksForTheSizeOfImagesOfAnySize() {
        assertReason("it takes images of any size; set \"Image height\" and \"Image width\" to the size of yours",
            () -> ModelFile.read(file("keras3.h5"), ImportSettings.asInFile()));
    }

    @Test
    public void namesEveryLayerThatIsInTheWay() {
        assertReason("it has layers that this version cannot take over: Conv2D \"wide\" (activation gelu); LSTM "
            + "\"lstm\"; Concatenate \"both\"; AveragePooling2D \"mean\" (mean that leaves out the padding); Lambda "
            + "\"code\"; BatchNormalization \"norm\" (of a flattened image)",
            () -> ModelFile.read(file("refused.h5"), ImportSettings.asInFile()));
    }

    @Test
    public void refusesToGuessPixelsWhereTheModelRescalesLaterOrTwice() throws IOException {
        final ForeignLayer padding = layer("ZeroPadding2D", "pad", "in", "\"padding\": [[1, 1], [1, 1]]");
        final ForeignLayer scaling = layer("Rescaling", "scale", "in", "\"scale\": 0.5, \"offset\": 0.0");

        assertRefused("Rescaling \"scale 2\" (not the first layer: set \"Pixel values\")", padding,
            layer("Rescaling", "scale 2", "pad", "\"scale\": 0.5, \"offset\": 0.0"));
        assertRefused("Rescaling \"scale 2\" (not the first layer: set \"Pixel values\")", scaling,
            layer("Rescaling", "scale 2", "scale", "\"scale\": 0.5, \"offset\": 0.0"));
    }

    @Test
    public void normalisesTheLastAxisOnlyAndReadsActivationsOfAnyForm() throws IOException {
        final String rest = ", \"epsilon\": 0.001, \"scale\": true, \"center\": true";

        assertRefused("Activation \"strange\" (activation of another kind); BatchNormalization \"norm\" (axis 1)",
            layer("Activation", "strange", "in", "\"activation\": null"),
            layer("Conv2D", "conv", "in", "\"filters\": 2, \"kernel_size\": [1, 1], \"strides\": [1, 1], \"padding\": "
                + "\"valid\", \"use_bias\": true, \"activation\": {\"class_name\": \"function\", \"config\": "
                + "\"relu6\"}"),
            layer("BatchNormalization", "norm", "in", "\"axis\": 1" + rest),
            layer("GlobalAveragePooling2D", "mean", "in", "\"keepdims\": false"),
            layer("BatchNormalization", "norm 1", "mean", "\"axis\": [1]" + rest),
            layer("BatchNormalization", "norm 3", "in", "\"axis\": [3]" + rest),
            layer("BatchNormalization", "norm -1", "in", "\"axis\": -1" + rest));
    }

    @Test
    public void refusesFilesThatAreNoModels() throws IOException {
        final byte[] file = bytes("sequential.h5");

        assertReason("this HDF5 file holds no whole Keras model, or its weights only; save it in Keras with "
            + "model.save(\"model.h5\")", () -> read(replaced(file, "model_config", "model_konfig")));
        assertReason("it is a Keras model of the class \"Sequentiel\", but must be Sequential or Functional",
            () -> read(replaced(file, "Sequential", "Sequentiel")));
        assertReason("the file is damaged or cut off (it refers to a place beyond its end)",
            () -> read(Arrays.copyOf(file, file.length / 2)));
        assertReason("\"kernel\" of layer \"dense_1\" has the sizes [6, 3], but must have [6, 4]",
            () -> read(replaced(file, "\"units\": 3", "\"units\": 4")));
        assertReason("it lacks \"gamma\" of layer \"batch_normalization\"",
            () -> read(replaced(file, "\"scale\": false", "\"scale\":  true")));
    }

    @Test
    public void endsWithASentenceWhateverIsChanged() throws IOException {
        for (final String name : List.of("sequential.h5", "functional.h5")) {
            final byte[] file = bytes(name);
            final RandomGenerator random = Seeds.of(9).generator();
            for (int i = 0; i < 400; i++) {
                final byte[] changed =
                    random.nextInt(10) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
                for (int k = random.nextInt(3); k >= 0 && changed.length > 0; k--) {
                    final int at = random.nextInt(changed.length);
                    changed[at] = random.nextBoolean() ? (byte)random.nextInt() : (byte)(changed[at] ^ 1);
                }
                try {
                    read(changed);
                } catch (NetworkFormatException e) {
                    assertEquals(e.reason(), e.reason().strip());
                }
            }
        }
    }

    private static double loss(final Network network, final ImageSet images) throws Exception {
        return Arrays.stream(Inference.losses(network, images, InferenceSettings.DEFAULT, RunControl.none())).average()
            .getAsDouble();
    }

    private static void assertRefused(final String layers, final ForeignLayer... all) throws IOException {
        final Draft draft = new Draft(new ImageShape(1, 8, 8));
        draft.translate("in", Value.of(Node.INPUT), List.of(all), new KerasTranslation(draft, null, true));

        assertReason("it has layers that this version cannot take over: " + layers, () -> draft.finish("none"));
    }

    private static ForeignLayer layer(final String type, final String name, final String input,
        final String settings) throws IOException {
        return new ForeignLayer(name, type, new JsonObject(JsonReader.read("{" + settings + "}")), List.of(input), 0);
    }

    private ImportedNetwork assertComputesAsExpected(final String name, final ImportSettings settings)
        throws Exception {
        final Path file = file(name);
        final ImportedNetwork imported = ModelFile.read(file, settings);
        final Network network = imported.network();
        try (Hdf5File hdf = Hdf5File.open(file)) {
            final Hdf5Group expected = hdf.root().group("expected");
            final float[] probabilities = expected.dataset("probabilities").values();
            final ImageSet images =
                images(network.spec().input(), expected.dataset("pixels").values());
            final double[][] actual =
                Inference.probabilities(network, images, new InferenceSettings(8, 1), RunControl.none());
            assertEquals(probabilities.length, actual.length * network.classes().size());
            for (int i = 0; i < probabilities.length; i++) {
                assertEquals(probabilities[i], actual[i / network.classes().size()][i % network.classes().size()],
                    1e-5);
            }
        }
        return imported;
    }

    /** Pixels from 0 to 255 with channels last. */
    private static ImageSet images(final ImageShape shape, final float[] pixels) {
        final var builder = new ImageSetBuilder(shape, List.of("a"));
        final int plane = shape.height() * shape.width();
        for (int from = 0; from < pixels.length; from += shape.size()) {
            final byte[] values = new byte[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte)pixels[from + i % plane * shape.channels() + i / plane];
            }
            builder.add("Row" + from, values, 0);
        }
        return builder.build();
    }

    private ImportedNetwork read(final byte[] content) throws IOException {
        final Path file = m_folder.getRoot().toPath().resolve("changed.h5");
        Files.write(file, content);
        return ModelFile.read(file, ImportSettings.asInFile());
    }

    private Path file(final String name) throws IOException {
        return Files.write(m_folder.getRoot().toPath().resolve(name), bytes(name));
    }

    private static byte[] bytes(final String name) throws IOException {
        try (InputStream in = KerasImportTest.class.getResourceAsStream("keras/" + name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] replaced(final byte[] file, final String from, final String to) {
        final String text = new String(file, StandardCharsets.ISO_8859_1);
        assertTrue(from, text.contains(from));
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertReason(final String reason, final ThrowingRunnable run) {
        assertEquals(reason, assertThrows(reason, NetworkFormatException.class, run).reason());
    }
}
