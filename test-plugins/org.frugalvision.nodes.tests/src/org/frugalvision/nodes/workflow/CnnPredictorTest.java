// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What the CNN Predictor appends, and what it says when it cannot. The network was trained on 3 a and 1 b. */
public class CnnPredictorTest {

    private static final int SUCCESS = 0;

    private static final int REFUSED = 3;

    private static final int FAILED = 4;

    private static final String IMAGES = "image label[a,b]\nr1 16x16x1 a\nr2 16x16x1 b";

    private static final String LEVELS = "image label[a,b] Prediction~(first)[group,c]\nr1 16x16x1 a group\n"
        + "r2 16x16x1 a c\nr3 ? a group\nr4 16x16x1 a ?";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private int m_learner;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, m_learner, 1).connect(
            table("image label[a,b]\nr1 16x16x1 a\nr2 16x16x1 a\nr3 16x16x1 a\nr4 16x16x1 b"), 1, m_learner, 2);
    }

    @Test
    public void appendsTheLossOfTheTrueClass() throws Exception {
        final Path file = predictions(predictor(IMAGES, model -> model.addBoolean("loss", true)));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals("id\timage\tlabel\tPrediction (label)\tP (label=a)\tP (label=b)\tLoss", lines.get(0));
        assertEquals(-Math.log(number(lines, 1, 4)), number(lines, 1, 6), 1e-9);
        assertEquals(-Math.log(number(lines, 2, 5)), number(lines, 2, 6), 1e-9);
    }

    @Test
    public void appendsTheConfidenceAndTheMostProbableClasses() throws Exception {
        final Path file = predictions(predictor(IMAGES, model -> {
            model.addBoolean("confidence", true);
            model.addInt("topClasses", 2);
            model.addString("suffix", " (2)");
        }));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals("id\timage\tlabel\tPrediction (label) (2)\tP (label=a) (2)\tP (label=b) (2)\tConfidence (2)\t"
            + "Top 1 (2)\tTop 1 probability (2)\tTop 2 (2)\tTop 2 probability (2)", lines.get(0));
        for (int row = 1; row <= 2; row++) {
            final String[] cells = lines.get(row).split("\t");
            assertEquals("the predicted class comes first", cells[3], cells[7]);
            assertEquals(cells[6], cells[8]);
            assertEquals("the other class", cells[3].equals("a") ? "b" : "a", cells[9]);
            assertEquals(number(lines, row, cells[3].equals("a") ? 4 : 5), number(lines, row, 6), 0);
            assertEquals(number(lines, row, cells[3].equals("a") ? 5 : 4), number(lines, row, 10), 0);
        }
    }

    @Test
    public void theMostProbableClassesAreThoseAfterAPriorCorrection() throws Exception {
        final Path file = predictions(predictor("image label[a,b]\nr1 ? a\nr2 16x16x1 a", model -> {
            model.addInt("topClasses", 2);
            model.addString("correction", "GIVEN");
            model.addString("targetShares", "a=0, b=1");
        }));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals("missing cells without an image", "?", lines.get(1).split("\t")[9]);
        assertEquals(List.of("b", "1.0", "a", "0.0"), List.of(lines.get(2).split("\t")).subList(6, 10));
    }

    @Test
    public void refusesMoreClassesThanTheNetworkKnows() throws Exception {
        final int predictor = predictor(IMAGES, model -> model.addInt("topClasses", 3));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Most probable classes\" must be at most the 2 classes of the network, but is 3.",
            m_workflow.message(predictor));
    }

    /** Class b has the target share 0 and so the probability 0. */
    @Test
    public void noLossIsInfiniteAfterAPriorCorrection() throws Exception {
        final Path file = predictions(predictor(IMAGES, model -> {
            model.addBoolean("loss", true);
            model.addString("correction", "GIVEN");
            model.addString("targetShares", "a=1, b=0");
        }));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals(0, number(lines, 1, 6), 0);
        assertEquals(0, number(lines, 2, 5), 0);
        assertEquals(34.538776394910684, number(lines, 2, 6), 1e-9);
    }

    @Test
    public void givesNoLossToRowsWithoutAKnownClass() throws Exception {
        final int predictor = predictor("image label\nr1 16x16x1 a\nr2 16x16x1 c\nr3 16x16x1 ?",
            model -> {
                model.addBoolean("loss", true);
                model.addString("labelColumn", "label");
            });
        final Path file = predictions(predictor);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Gave no loss to 2 of 3 rows, the first is Row \"r2\": the network does not know the "
            + "class \"c\".", m_workflow.message(predictor));
        assertEquals("?", Files.readAllLines(file).get(2).split("\t")[6]);
        assertEquals("?", Files.readAllLines(file).get(3).split("\t")[6]);
    }

    @Test
    public void appendsTheEmbeddingAsAListOfNumbers() throws Exception {
        final Path file = predictions(predictor(IMAGES, model -> {
            model.addBoolean("embedding", true);
            model.addBoolean("probabilities", false);
        }));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals("id\timage\tlabel\tPrediction (label)\tEmbedding", lines.get(0));
        assertEquals("the units before LeNet's last layer", 500, lines.get(1).split("\t")[4].split(",").length);
    }

    @Test
    public void correctsForAUniformMixOfClasses() throws Exception {
        final Path plain = predictions(predictor(IMAGES, model -> {
        }));
        final Path corrected = predictions(predictor(IMAGES, model -> model.addString("correction", "UNIFORM")));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(plain);
        final double a = number(lines, 1, 4) / 0.75;
        final double b = number(lines, 1, 5) / 0.25;
        assertEquals(a / (a + b), number(Files.readAllLines(corrected), 1, 4), 1e-9);
        assertEquals(b / (a + b), number(Files.readAllLines(corrected), 1, 5), 1e-9);
    }

    @Test
    public void correctsForAGivenMixOfClasses() throws Exception {
        final Path uniform = predictions(predictor(IMAGES, model -> model.addString("correction", "UNIFORM")));
        final Path given = predictions(predictor(IMAGES, shares("b = 1, a = 1")));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(Files.readString(uniform), Files.readString(given));
    }

    @Test
    public void targetSharesNameEveryClass() throws Exception {
        final int predictor = predictor(IMAGES, shares("a=1"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Target shares\" must name every class of the network, also \"b\", but is \"a\".",
            m_workflow.message(predictor));
    }

    @Test
    public void targetSharesNameNoOtherClass() throws Exception {
        final int predictor = predictor(IMAGES, shares("a=1, b=1, c=1"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Target shares\" must name classes of the network, but is \"c\".",
            m_workflow.message(predictor));
    }

    @Test
    public void unreadableTargetSharesAreRefusedWhenTheWorkflowIsLoaded() throws Exception {
        for (final String wrong : List.of("", "a", "a=1,", "a=one", "a=-1, b=2", "a=NaN", "a=0, b=0", "a=1, a=2")) {
            createWorkflow();
            predictor(IMAGES, shares(wrong));

            assertEquals(wrong, REFUSED, m_workflow.run("-failonloaderror"));
        }
    }

    @Test
    public void refusesATableThatHasAnAppendedColumnAlready() throws Exception {
        final int predictor = predictor("image label[a,b] Loss\nr1 16x16x1 a x", model -> {
            model.addBoolean("loss", true);
            model.addString("labelColumn", "label");
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: The table must not have a column \"Loss\" already, because the prediction appends one.",
            m_workflow.message(predictor));
    }

    @Test
    public void keepsTheOrderOfMoreRowsThanAreHeldInMemory() throws Exception {
        final int rows = 4200;
        final Path file = predictions(predictor(IntStream.range(0, rows)
            .mapToObj(i -> "r%d %s".formatted(i, i % 7 == 0 ? "?" : "16x16x1")).collect(
                Collectors.joining("\n", "image\n", "")),
            model -> {
            }));

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals(rows + 1, lines.size());
        for (int i = 0; i < rows; i++) {
            final String[] words = lines.get(i + 1).split("\t");
            assertEquals("r" + i, words[0]);
            assertEquals("r" + i, i % 7 == 0, words[2].equals("?"));
        }
    }

    /** Only rows of the group go through the second network; a row without image or earlier prediction has none. */
    @Test
    public void refinesOneClassAndKeepsTheOthers() throws Exception {
        final int predictor = predictor(LEVELS, model -> {
            model.addString("predictionColumn", "Prediction (two levels)");
            refine(model, "Prediction (first)", "group");
        });
        final Path file = predictions(predictor);
        final Path plain = predictions(predictor(IMAGES, model -> {
        }));
        final Path costs = probe(predictor, 2);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals("id\timage\tlabel\tPrediction (first)\tPrediction (two levels)", lines.get(0));
        assertEquals(List.of(Files.readAllLines(plain).get(1).split("\t")[3], "c", "?", "?"),
            lines.stream().skip(1).map(line -> line.split("\t")[4]).toList());
        assertEquals("WARNING: Predicted nothing for 1 of 4 rows, the first is Row \"r3\": the image is missing.",
            m_workflow.message(predictor));
        assertEquals("one of four images is charged", "1", cost(costs, 1, "Images scored"));
    }

    /** Without a column chosen it is the first prediction of the table. */
    @Test
    public void tellsIfNoRowIsOfTheClass() throws Exception {
        final int predictor = predictor(LEVELS, model -> {
            model.addString("predictionColumn", "Guess");
            refine(model, "", "groups");
        });

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: No row has the class \"groups\" in the column \"Prediction (first)\", so nothing was "
            + "predicted.", m_workflow.message(predictor));
    }

    @Test
    public void refusesToRefineWhatIsNoColumnOfPredictions() throws Exception {
        final int without = predictor(IMAGES, model -> refine(model, "", "group"));
        final int other = predictor(LEVELS, model -> refine(model, "image", "group"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Earlier prediction\" must be a column of the table, but none has a name that begins "
            + "with \"Prediction\".", m_workflow.message(without));
        assertEquals("WARNING: \"Earlier prediction\" must hold strings, but \"image\" holds something else.",
            m_workflow.message(other));
    }

    @Test
    public void refusesToRefineNoClass() throws Exception {
        predictor(LEVELS, model -> refine(model, "", " "));

        assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
    }

    @Test
    public void earlierCostsComeFirst() throws Exception {
        final int predictor = predictor(IMAGES, model -> {
        });
        m_workflow.connect(m_learner, 3, predictor, 4);
        final Path learned = probe(m_learner, 3);
        final Path costs = probe(predictor, 2);
        final int wrong = predictor(IMAGES, model -> {
        });
        m_workflow.connect(table(IMAGES), 1, wrong, 4);

        assertEquals(FAILED, m_workflow.run());
        final List<String> before =
            Files.readAllLines(learned).stream().takeWhile(line -> !line.startsWith("Total")).toList();
        assertEquals(before, Files.readAllLines(costs).subList(0, before.size()));
        assertEquals("2", cost(costs, before.size(), "Images scored"));
        assertEquals("Total", Files.readAllLines(costs).get(before.size() + 1).split("\t")[0]);
        assertEquals("WARNING: \"Earlier costs\" must be a cost table, but have other columns.",
            m_workflow.message(wrong));
    }

    private static void refine(final NodeSettingsWO model, final String column, final String refined) {
        model.addBoolean("refine", true);
        model.addString("earlierColumn", column);
        model.addString("refinedClass", refined);
    }

    private static String cost(final Path costs, final int row, final String column) throws IOException {
        final List<String> lines = Files.readAllLines(costs);
        return lines.get(row).split("\t")[List.of(lines.get(0).split("\t")).indexOf(column)];
    }

    private static Consumer<NodeSettingsWO> shares(final String shares) {
        return model -> {
            model.addString("correction", "GIVEN");
            model.addString("targetShares", shares);
        };
    }

    private static double number(final List<String> lines, final int line, final int word) {
        return Double.parseDouble(lines.get(line).split("\t")[word]);
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private int predictor(final String images, final Consumer<NodeSettingsWO> settings) {
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class, settings);
        m_workflow.connect(m_learner, 1, predictor, 1).connect(table(images), 1, predictor, 2);
        return predictor;
    }

    private Path predictions(final int predictor) {
        return probe(predictor, 1);
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("output %d of %d".formatted(port, node));
        final int probe =
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
        return file;
    }
}
