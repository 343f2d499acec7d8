// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/**
 * What the CNN Predictor makes of the images that it gets. The networks were trained on 16 x 16 grey pixels; small VGG
 * with a pooling head takes any size, LeNet does not.
 */
public class CnnPredictorInputTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final Consumer<NodeSettingsWO> DEFAULTS = model -> {
    };

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void imagesOfAnySizeKeepTheirPlaces() throws Exception {
        final String[] images = {"16x16x1", "24x20x1", "?", "16x16x1", "9x31x1", "24x20x1", "16x16x1!", "40x40x1"};
        final int learner = learner("vgg-small");
        final Path together = predictions(predictor(learner, table(images), DEFAULTS));
        final List<Path> alone = new ArrayList<>();
        for (int i = 0; i < images.length; i++) {
            // the image of a row depends on its number
            final String[] one = IntStream.rangeClosed(0, i).mapToObj(k -> "?").toArray(String[]::new);
            one[i] = images[i];
            alone.add(predictions(predictor(learner, table(one), DEFAULTS)));
        }

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(together);
        for (int i = 0; i < images.length; i++) {
            final String[] expected = Files.readAllLines(alone.get(i)).get(i + 1).split("\t");
            final String[] words = lines.get(i + 1).split("\t");
            assertEquals("r" + (i + 1), words[0]);
            assertEquals(images[i], expected[2], words[2]);
            for (int column = 3; column <= 4; column++) {
                if (expected[column].equals("?")) {
                    assertEquals("?", words[column]);
                } else {
                    assertEquals(Double.parseDouble(expected[column]), Double.parseDouble(words[column]), 1e-6);
                }
            }
        }
        assertTrue("the network tells them apart",
            lines.stream().map(line -> line.split("\t")[3]).distinct().count() > 4);
    }

    @Test
    public void namesTheRowOfTooFewChannels() throws Exception {
        refuses("vgg-small", "ERROR: Row \"r2\": the image has 3 channels, but must have 1 channel as those the "
            + "network was trained on.", "16x16x1", "16x16x3");
        refuses("lenet", "ERROR: Row \"r2\": the image has 16 x 16 pixels, 3 channels, but must have 16 x 16 pixels, 1 "
            + "channel because the network was trained on images of that size.", "16x16x1", "16x16x3");
    }

    @Test
    public void namesTheRowOfAnImageThatIsTooSmall() throws Exception {
        refuses("vgg-small", "ERROR: Row \"r1\": the image has 3 x 3 pixels, 1 channel, which is too small or too "
            + "large for the network (Node \"stage2-pool\" is not possible: a window of 2 x 2 does not fit into 1 "
            + "rows or "
            + "columns).", "3x3x1");
    }

    @Test
    public void namesTheRowOfAnotherSize() throws Exception {
        refuses("lenet", "ERROR: Row \"r3\": the image has 17 x 16 pixels, 1 channel, but must have 16 x 16 pixels, 1 "
            + "channel because the network was trained on images of that size.", "16x16x1", "?", "16x17x1");
    }

    @Test
    public void deepAndConstantImagesArePredictedLikeAnyOther() throws Exception {
        final int learner = learner("lenet");
        final Path plain = predictions(predictor(learner, table("16x16x1", "16x16x1=0", "16x16x1=255"), DEFAULTS));
        final Path deep =
            predictions(predictor(learner, table("16x16x1@deep", "16x16x1=0", "16x16x1=255"), DEFAULTS));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(plain);
        for (int row = 1; row <= 3; row++) {
            assertEquals(lines.get(row).split("\t")[3], Files.readAllLines(deep).get(row).split("\t")[3]);
        }
        assertTrue(lines.get(2), lines.get(2).matches("r2\t.*\t(a|b)\t0\\.\\d+\t0\\.\\d+"));
    }

    @Test
    public void paletteImagesHaveColours() throws Exception {
        refuses("lenet", "ERROR: Row \"r1\": the image has 16 x 16 pixels, 3 channels, but must have 16 x 16 pixels, 1 "
            + "channel because the network was trained on images of that size.", "16x16x1@palette");
    }

    @Test
    public void tablesWithoutAnyImageGetMissingCells() throws Exception {
        final int learner = learner("lenet");
        final int predictor = predictor(learner, table("?", "16x16x1!"), DEFAULTS);
        final Path missing = predictions(predictor);
        final Path empty = predictions(predictor(learner, table(), model -> {
            model.addBoolean("embedding", true);
            model.addBoolean("cascade", false);
        }));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Predicted nothing for 2 of 2 rows, the first is Row \"r1\": the image is missing.",
            m_workflow.message(predictor));
        assertTrue(Files.readAllLines(missing).get(2).endsWith("\t?\t?\t?"));
        assertEquals(List.of("id\timage\tPrediction (label)\tP (label=a)\tP (label=b)\tEmbedding"),
            Files.readAllLines(empty));
    }

    @Test
    public void refusesColumnsThatAreThereAlready() throws Exception {
        final int learner = learner("lenet");
        final int first = predictor(learner, table("16x16x1"), DEFAULTS);
        final int second = behind(first, learner, "Prediction (label)");
        final int fourth = predictor(learner, table("16x16x1"), named("image"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals(alreadyThere("Prediction (label)"), m_workflow.message(second));
        assertEquals(alreadyThere("image"), m_workflow.message(fourth));
    }

    @Test
    public void twoPredictorsFollowEachOtherWithASuffixOrAnotherName() throws Exception {
        final int learner = learner("vgg-small");
        final int first = predictor(learner, table("16x16x1"), all(""));
        final int second = m_workflow.add(CnnPredictorNodeFactory.class, all(" (2) "));
        m_workflow.connect(learner, 1, second, 1).connect(first, 1, second, 2);
        final int third = behind(second, learner, "Guess");
        final Path predictions = predictions(third);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("id\timage\tPrediction (label)\tP (label=a)\tP (label=b)\tEmbedding\tRelative cost"
            + "\tPrediction (label) (2)\tP (label=a) (2)\tP (label=b) (2)\tEmbedding (2)\tRelative cost (2)"
            + "\tGuess\tP (Guess=a)\tP (Guess=b)", Files.readAllLines(predictions).get(0));
    }

    @Test
    public void refusesAPredictionColumnThatIsNamedLikeAnotherAppendedOne() throws Exception {
        final int predictor = predictor(learner("lenet"), table("16x16x1"), model -> {
            model.addString("predictionColumn", " Embedding ");
            model.addBoolean("embedding", true);
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Name of the prediction column\" must differ from the other appended columns, but is "
            + "\"Embedding\".", m_workflow.message(predictor));
    }

    @Test
    public void theCascadeTellsWhatEachImageCost() throws Exception {
        final int learner = learner("vgg-small");
        final int easy = predictor(learner, table("16x16x1", "16x16x1"), cascade(0.1));
        final Path once = predictions(easy);
        final int hard = predictor(learner, table("16x16x1", "?"), cascade(1));
        final Path twice = predictions(hard);
        final Path full = predictions(predictor(learner, table("16x16x1", "?"), DEFAULTS));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(twice);
        assertEquals("id\timage\tPrediction (label)\tP (label=a)\tP (label=b)\tRelative cost", lines.get(0));
        final double cost = Double.parseDouble(Files.readAllLines(once).get(1).split("\t")[5]);
        assertEquals(0.25, cost, 0.01);
        assertEquals(1 + cost, Double.parseDouble(lines.get(1).split("\t")[5]), 1e-12);
        assertEquals("?", lines.get(2).split("\t")[5]);
        assertEquals(Files.readAllLines(full).get(1).split("\t")[3], lines.get(1).split("\t")[3]);
        assertEquals("", m_workflow.message(easy));
        assertEquals("WARNING: Predicted nothing for 1 of 2 rows, the first is Row \"r2\": the image is missing. The "
            + "confidence cascade saved nothing: it sent 100 % of the images through the network twice, at 1.25 times "
            + "the cost of sending each once. Lower the threshold or switch it off.", m_workflow.message(hard));
    }

    @Test
    public void aNetworkGoesOnLearningFromImagesOfAnotherSize() throws Exception {
        final int halved = behindLearner(learner("vgg-small"), "8x8x1");
        final Path predictions = predictions(predictor(halved, table("16x16x1", "24x24x1"), cascade(0.7)));
        final int coloured = behindLearner(learner("vgg-small"), "24x24x3");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: The network predicted one class for all training images: lower Learning rate, train "
            + "longer, or look at the labels.", m_workflow.message(halved));
        assertEquals(3, Files.readAllLines(predictions).size());
        assertEquals("ERROR: Training images: the image has 3 channels, but must have 1 channel as those the network "
            + "was trained on.", m_workflow.message(coloured));
    }

    private int behindLearner(final int learner, final String image) {
        final int second = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 1);
            model.addString("labelColumn", "label");
        });
        final int images = m_workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", "image label[a,b]\nr1 %s a\nr2 %s b".formatted(image, image)));
        m_workflow.connect(learner, 1, second, 1).connect(images, 1, second, 2);
        return second;
    }

    @Test
    public void theCascadeNeedsANetworkForAnySize() throws Exception {
        final int predictor = predictor(learner("lenet"), table("16x16x1"), cascade(0.7));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Network: it takes images of 16 x 16 pixels, 1 channel only, but the confidence cascade "
            + "sends them through it in two sizes.", m_workflow.message(predictor));
    }

    @Test
    public void theGpuIsRefusedWhereItsLibrariesAreNotInstalled() throws Exception {
        final int predictor =
            predictor(learner("lenet"), table("16x16x1"), model -> model.addString("device", "GPU"));
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addString("device", "GPU"));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(m_workflow.add(ImageTableProbeNodeFactory.class,
                model -> model.addString("text", "image label[a,b]\nr1 16x16x1 a\nr2 16x16x1 b")), 1, learner, 2);
        final int other = predictor(learner("lenet"), table("16x16x1"), model -> model.addString("device", "AUTO"));

        assertEquals(FAILED, m_workflow.run());
        final String refused =
            "ERROR: Device: the GPU cannot be used, because the feature \"Frugal Vision for NVIDIA GPUs\" is not "
                + "installed.";
        assertEquals(refused, m_workflow.message(predictor));
        assertEquals(refused, m_workflow.message(learner));
        assertEquals("", m_workflow.message(other));
    }

    @Test
    public void impossibleCascadesAreRefusedWhenTheWorkflowIsLoaded() throws Exception {
        for (final double wrong : new double[]{0, -1, 1.5, Double.NaN}) {
            createWorkflow();
            predictor(learner("vgg-small"), table("16x16x1"), cascade(wrong));

            assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        }
    }

    private int behind(final int predictor, final int learner, final String name) {
        final int second = m_workflow.add(CnnPredictorNodeFactory.class, named(name));
        m_workflow.connect(learner, 1, second, 1).connect(predictor, 1, second, 2);
        return second;
    }

    private static Consumer<NodeSettingsWO> all(final String suffix) {
        return model -> {
            model.addString("suffix", suffix);
            model.addBoolean("embedding", true);
            model.addBoolean("cascade", true);
        };
    }

    private static Consumer<NodeSettingsWO> named(final String name) {
        return model -> model.addString("predictionColumn", name);
    }

    private static String alreadyThere(final String column) {
        return "WARNING: The table must not have a column \"%s\" already, because the prediction appends one."
            .formatted(column);
    }

    private void refuses(final String architecture, final String message, final String... images) throws Exception {
        createWorkflow();
        final int predictor = predictor(learner(architecture), table(images), DEFAULTS);

        assertEquals(FAILED, m_workflow.run());
        assertEquals(message, m_workflow.message(predictor));
    }

    private static Consumer<NodeSettingsWO> cascade(final double threshold) {
        return model -> {
            model.addBoolean("cascade", true);
            model.addDouble("threshold", threshold);
        };
    }

    /** A table with one image a row, "r1", "r2", ... */
    private int table(final String... images) {
        final String rows = IntStream.range(0, images.length).mapToObj(i -> "\nr%d %s".formatted(i + 1, images[i]))
            .collect(Collectors.joining());
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", "image" + rows));
    }

    private int learner(final String architecture) {
        final int network = m_workflow.add(CnnArchitectureNodeFactory.class, model -> {
            model.addString("architecture", architecture);
            model.addString("head", architecture.equals("lenet") ? "USUAL" : "GLOBAL_AVERAGE");
        });
        final int images = m_workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", "image label[a,b]\nr1 16x16x1 a\nr2 16x16x1=9 b"));
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(network, 1, learner, 1).connect(images, 1, learner, 2);
        return learner;
    }

    private int predictor(final int learner, final int table, final Consumer<NodeSettingsWO> settings) {
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class, settings);
        m_workflow.connect(learner, 1, predictor, 1).connect(table, 1, predictor, 2);
        return predictor;
    }

    private Path predictions(final int predictor) {
        final Path file = m_temporary.getRoot().toPath().resolve("predictions of " + predictor);
        m_workflow.connect(predictor, 1,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
