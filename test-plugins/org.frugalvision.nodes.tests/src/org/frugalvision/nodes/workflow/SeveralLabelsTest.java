// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.evaluate.curve.BudgetCurveNodeFactory;
import org.frugalvision.nodes.evaluate.scorer.ImageClassificationScorerNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.finder.LearningRateFinderNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.learn.reader.CnnReaderNodeFactory;
import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeFactory;
import org.frugalvision.nodes.learn.writer.CnnWriterNodeFactory;
import org.frugalvision.nodes.prepare.augment.ImageAugmenterNodeFactory;
import org.frugalvision.nodes.prepare.duplicates.ImageDuplicateFinderNodeFactory;
import org.frugalvision.nodes.prepare.partition.ImagePartitionerNodeFactory;
import org.frugalvision.nodes.prepare.rebalance.ClassRebalancerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.writer.ImageWriterNodeFactory;
import org.frugalvision.nodes.reduce.pruner.CnnPrunerNodeFactory;
import org.frugalvision.nodes.reduce.quantizer.CnnQuantizerNodeFactory;
import org.frugalvision.nodes.reduce.sensitivity.PruningSensitivityNodeFactory;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** Images that may have several labels, from the learner to the predictor, and the nodes that must refuse them. */
public class SeveralLabelsTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final Consumer<NodeSettingsWO> DEFAULTS = model -> {
    };

    /** Black images have no label, gray ones b, white ones b and a. */
    private static final String IMAGES = """
            image tags
            r1 16x16x1=0 -
            r2 16x16x1=120 b
            r3 16x16x1=255 b;a
            r4 16x16x1=10 -
            r5 16x16x1=130 b
            r6 16x16x1=245 a;b;a
            r7 16x16x1=5 ?
            r8 16x16x1=5 a;?
            r9 ? a
            """;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void learnsAndTellsListsOfLabels() throws Exception {
        final int learner = learner(table(IMAGES), DEFAULTS);
        final Path predictions = probe(predictor(learner, table(IMAGES), DEFAULTS), 1);
        final Path epochs = probe(learner, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Took \"tags\" for the label column, which was not chosen. Skipped 3 of 9 rows, the "
            + "first is"
            + " Row \"r7\": the label is missing.", m_workflow.message(learner).replaceFirst(" The .*", ""));
        final List<String> lines = Files.readAllLines(predictions);
        assertEquals("id\timage\ttags\tPrediction (label)\tP (label=a)\tP (label=b)", lines.get(0));
        assertEquals(List.of("[]", "[b]", "[a, b]"),
            lines.subList(1, 4).stream().map(line -> line.split("\t")[3]).toList());
        assertTrue(lines.get(9), lines.get(9).endsWith("\t?\t?\t?"));
        final String[] white = lines.get(3).split("\t");
        assertTrue("not a distribution", Double.parseDouble(white[4]) + Double.parseDouble(white[5]) > 1.1);
        final String[] last = Files.readAllLines(epochs).get(60).split("\t");
        assertEquals("60", last[1]);
        assertEquals("1.0", last[3]);
    }

    @Test
    public void thresholdsDecideWhatIsTold() throws Exception {
        final int learner = learner(table(IMAGES), DEFAULTS);
        final int images = table(IMAGES);
        final Path all = probe(predictor(learner, images, model -> model.addDouble("labelThreshold", 0)), 1);
        final Path none = probe(predictor(learner, images, model -> model.addDouble("labelThreshold", 1)), 1);
        final int given = predictor(learner, images, DEFAULTS);
        m_workflow.connect(thresholds("r1 b 1", "r2 other 0.5", "r3 a 0"), 1, given, 3);
        final Path each = probe(given, 1);
        final int lacking = predictor(learner, images, DEFAULTS);
        m_workflow.connect(thresholds("r1 b 0.3"), 1, lacking, 3);
        final int twice = predictor(learner, images, DEFAULTS);
        m_workflow.connect(thresholds("r1 a 0.3", "r2 a 0.4"), 1, twice, 3);
        final int wrong = predictor(learner, images, DEFAULTS);
        m_workflow.connect(thresholds("r1 a 1.5"), 1, wrong, 3);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("[a, b]", Files.readAllLines(all).get(1).split("\t")[3]);
        assertEquals("[]", Files.readAllLines(none).get(3).split("\t")[3]);
        assertEquals("[a]", Files.readAllLines(each).get(1).split("\t")[3]);
        assertEquals("ERROR: Given thresholds: there must be one for every class, but there is none for \"a\".",
            m_workflow.message(lacking));
        assertEquals("ERROR: Row \"r2\": the class \"a\" has a threshold already.", m_workflow.message(twice));
        assertEquals("ERROR: Row \"r1\": the threshold must be between 0 and 1, but is "
            + "1.5.", m_workflow.message(wrong));
    }

    @Test
    public void confidenceAndMostProbableLabelsFollowTheProbabilities() throws Exception {
        final int learner = learner(table(IMAGES), DEFAULTS);
        final Path predictions = probe(predictor(learner, table(IMAGES), model -> {
            model.addBoolean("confidence", true);
            model.addInt("topClasses", 2);
        }), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final String[] gray = Files.readAllLines(predictions).get(2).split("\t");
        assertEquals("[b]", gray[3]);
        assertEquals(gray[5], gray[6]);
        assertEquals(List.of("b", gray[5], "a", gray[4]), List.of(gray).subList(7, 11));
    }

    /** ln 2 for each class would be a network that knows nothing. */
    @Test
    public void tellsTheLossOfLists() throws Exception {
        final int learner = learner(table(IMAGES), DEFAULTS);
        final int predictor =
            predictor(learner, table(IMAGES + "r10 16x16x1=5 zebra\n"), model -> model.addBoolean("loss", true));
        final Path predictions = probe(predictor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(predictions);
        for (final int row : new int[]{1, 3}) {
            final String[] words = lines.get(row).split("\t");
            final double a = Double.parseDouble(words[4]);
            final double b = Double.parseDouble(words[5]);
            assertEquals(row == 1 ? -Math.log(1 - a) - Math.log(1 - b) : -Math.log(a) - Math.log(b),
                Double.parseDouble(words[6]), 1e-9);
        }
        assertTrue(lines.get(10), lines.get(10).endsWith("\t?"));
        assertEquals("WARNING: Took \"tags\" for the label column, which was not chosen. Predicted nothing for 1 of "
            + "10 rows,"
            + " the first is Row \"r9\": the image is missing. Gave no loss to 3 of 10 rows, the first is Row \"r7\": "
            + "the"
            + " label is missing.", m_workflow.message(predictor));
    }

    @Test
    public void theFileOfANetworkRemembersThatItTellsSeveralLabels() throws Exception {
        final Path file = m_temporary.getRoot().toPath().resolve("tags.fvn");
        final int learner = learner(table(IMAGES), DEFAULTS);
        final int writer =
            m_workflow.add(CnnWriterNodeFactory.class, model -> model.addString("file", file.toString()));
        m_workflow.connect(learner, 1, writer, 1);
        assertEquals(SUCCESS, m_workflow.run());

        createWorkflow();
        final int reader =
            m_workflow.add(CnnReaderNodeFactory.class, model -> model.addString("file", file.toString()));
        final Path predictions = probe(predictor(reader, table(IMAGES), DEFAULTS), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("[a, b]", Files.readAllLines(predictions).get(3).split("\t")[3]);
    }

    @Test
    public void aDl4jFileIsRefused() throws Exception {
        final int learner = learner(table(IMAGES), DEFAULTS);
        final int writer = m_workflow.add(CnnWriterNodeFactory.class, model -> {
            model.addString("file", m_temporary.getRoot().toPath().resolve("tags.zip").toString());
            model.addString("format", "DL4J");
        });
        m_workflow.connect(learner, 1, writer, 1);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Network: it tells several labels per image, but a file of DL4J is written for one class "
            + "per"
            + " image only.", m_workflow.message(writer));
    }

    @Test
    public void oneLabelAloneIsEnough() throws Exception {
        final String images = IMAGES.replace("b;a", "a").replace("a;b;a", "a").replace(" b\n", " -\n");
        final Path predictions = probe(predictor(learner(table(images), DEFAULTS), table(images), DEFAULTS), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("id\timage\ttags\tPrediction (label)\tP (label=a)", Files.readAllLines(predictions).get(0));
        assertEquals("[a]", Files.readAllLines(predictions).get(3).split("\t")[3]);
    }

    @Test
    public void theLearnerRefusesWhatNeedsOneLabelPerImage() throws Exception {
        final int images = table("image tags number\nr1 16x16x1 a 1\nr2 16x16x1 - 1");
        final int focal = learner(images, DEFAULTS);
        final int recipe =
            m_workflow.add(CnnTrainingRecipeNodeFactory.class, model -> model.addString("method", "focal-loss"));
        m_workflow.connect(recipe, 1, focal, 4);
        final int balanced =
            learner(images, model -> model.addNodeSettings("classWeights").addString("kind", "BALANCED"));
        final int weighted = learner(images, model -> model.addNodeSettings("columns").addString("weight", "number"));
        final int validated = learner(images, DEFAULTS);
        m_workflow.connect(table("image tags\nr1 16x16x1 a"), 1, validated, 3);
        final int mixed = learner(images, DEFAULTS);
        m_workflow.connect(table("image note\nr1 16x16x1 a"), 1, mixed, 3);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Training recipe\" must have no method that needs one class per image where \"tags\" "
            + "holds"
            + " lists of labels, but is \"Focal loss\".", m_workflow.message(focal));
        assertEquals(weighs("Class weights"), m_workflow.message(balanced));
        assertEquals(weighs("Weight column"), m_workflow.message(weighted));
        assertTrue(m_workflow.message(validated), m_workflow.message(validated).startsWith("WARNING: Took \"tags\""));
        assertEquals("WARNING: \"Label column (validation images)\" must be a column of the table, but is \"tags\".",
            m_workflow.message(mixed));
    }

    private static String weighs(final String title) {
        return "WARNING: \"%s\" must be None where \"tags\" holds lists of labels, because an image without label has"
            .formatted(title) + " nothing to weigh.";
    }

    @Test
    public void theLearnerRefusesTablesWithoutAnyLabel() throws Exception {
        final int none = learner(table("image tags\nr1 16x16x1 -\nr2 16x16x1 -"), DEFAULTS);
        final int same = learner(table("image tags\nr1 16x16x1 a;b\nr2 16x16x1 b;a"), DEFAULTS);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Table: no image has a label.", m_workflow.message(none));
        assertEquals("ERROR: Training images: all images have the same labels, so there is nothing to learn.",
            m_workflow.message(same));
    }

    @Test
    public void aTrainedNetworkGetsANewLastLayerForLists() throws Exception {
        final int one = learner(table("image label[a,b]\nr1 16x16x1 a\nr2 16x16x1=9 b"), DEFAULTS);
        final int several = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 1);
            model.addString("labelColumn", "tags");
        });
        m_workflow.connect(one, 1, several, 1).connect(table(IMAGES), 1, several, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertTrue(m_workflow.message(several), m_workflow.message(several).contains("The network told one class per "
            + "image,"
            + " but the table has lists of labels, so its last layer was made anew."));
    }

    @Test
    public void thePredictorRefusesWhatNeedsProbabilitiesThatSumToOne() throws Exception {
        final int learner = learner(table(IMAGES), DEFAULTS);
        final int corrected = predictor(learner, table(IMAGES), model -> model.addString("correction", "UNIFORM"));
        final int cascade = predictor(learner, table(IMAGES), model -> model.addBoolean("cascade", true));
        final int refining = predictor(learner, table(IMAGES), model -> {
            model.addBoolean("refine", true);
            model.addString("refinedClass", "a");
        });
        final int labels = predictor(learner, table("image label\nr1 16x16x1 a"), model -> {
            model.addBoolean("loss", true);
            model.addString("labelColumn", "label");
        });
        final int one = learner(table("image label[a,b]\nr1 16x16x1 a\nr2 16x16x1=9 b"), DEFAULTS);
        final int thresholds = predictor(one, table(IMAGES), DEFAULTS);
        m_workflow.connect(thresholds("r1 a 0.5"), 1, thresholds, 3);
        final int lists = predictor(one, table(IMAGES), model -> {
            model.addBoolean("loss", true);
            model.addString("labelColumn", "tags");
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Prior correction\" must be None, because the network tells several labels per image.",
            m_workflow.message(corrected));
        assertEquals("WARNING: \"Confidence cascade\" must be off, because the network tells several labels per image.",
            m_workflow.message(cascade));
        assertEquals("WARNING: \"Refine an earlier prediction\" must be off, because the network tells several labels "
            + "per image.", m_workflow.message(refining));
        assertEquals("WARNING: \"Label column\" must hold lists of strings, but \"label\" holds something else.",
            m_workflow.message(labels));
        assertEquals("WARNING: \"Given thresholds\" must not be connected, because the network tells one class per "
            + "image,"
            + " the most probable.", m_workflow.message(thresholds));
        assertEquals("WARNING: \"Label column\" must hold strings, but \"tags\" holds "
            + "lists.", m_workflow.message(lists));
    }

    /** A sentence each, and nothing of another kind. */
    @Test
    public void nodesThatNeedOneLabelPerRowRefuseLists() throws Exception {
        final int images = table(IMAGES);
        final List<Integer> nodes = List.of(
            node(ImagePartitionerNodeFactory.class, images, 1, model -> model.addBoolean("stratify", true)),
            node(ClassRebalancerNodeFactory.class, images, 1, DEFAULTS),
            node(ImageSubsetSelectorNodeFactory.class, images, 1,
                model -> model.addString("method", "stratified-random")),
            node(ImageDuplicateFinderNodeFactory.class, images, 1, model -> model.addBoolean("compareLabels", true)),
            node(ImageWriterNodeFactory.class, images, 1, model -> {
                model.addString("folder", m_temporary.getRoot().toString());
                model.addBoolean("folderPerClass", true);
            }),
            node(LearningRateFinderNodeFactory.class, images, 2, DEFAULTS),
            node(BudgetCurveNodeFactory.class, images, 2, DEFAULTS),
            node(ImageClassificationScorerNodeFactory.class, images, 1, DEFAULTS));
        final int architecture = m_workflow.add(CnnArchitectureNodeFactory.class);
        m_workflow.connect(architecture, 1, nodes.get(5), 1).connect(architecture, 1, nodes.get(6), 1)
            .connect(images, 1, nodes.get(6), 3);

        assertEquals(FAILED, m_workflow.run());
        for (final int node : nodes) {
            assertEquals("node " + node, "WARNING: \"Label column\" must hold strings, but \"tags\" holds lists.",
                m_workflow.message(node));
        }
    }

    @Test
    public void nodesThatLookAtOneClassRefuseNetworksForSeveralLabels() throws Exception {
        final int learner = learner(table(IMAGES), DEFAULTS);
        final int images = table("image label[a,b]\nr1 16x16x1 a\nr2 16x16x1=9 b");
        final int pruner = node(CnnPrunerNodeFactory.class, images, 2, DEFAULTS);
        final int sensitivity = node(PruningSensitivityNodeFactory.class, images, 2, DEFAULTS);
        final int quantizer = node(CnnQuantizerNodeFactory.class, images, 2, DEFAULTS);
        m_workflow.connect(learner, 1, pruner, 1).connect(learner, 1, sensitivity, 1).connect(learner, 1, quantizer, 1);
        final int selector =
            node(ImageSubsetSelectorNodeFactory.class, images, 1, model -> model.addString("method", "margin"));
        m_workflow.connect(learner, 1, selector, 2);

        assertEquals(FAILED, m_workflow.run());
        for (final int node : new int[]{pruner, sensitivity, quantizer, selector}) {
            assertEquals("node " + node, "WARNING: The network must tell one class per image for this node, but tells "
                + "several"
                + " labels per image.", m_workflow.message(node));
        }
    }

    /** Images and their labels stand side by side; nothing looks at the labels. */
    @Test
    public void nodesThatLookAtNoLabelHandListsOn() throws Exception {
        final int images = table(IMAGES);
        final Path part = probe(
            node(ImagePartitionerNodeFactory.class, images, 1, model -> model.addBoolean("stratify", false)), 1);
        final Path copies = probe(node(ImageAugmenterNodeFactory.class, images, 1, DEFAULTS), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertTrue(Files.readAllLines(part).get(0).startsWith("id\timage\ttags"));
        assertTrue(Files.readAllLines(copies).stream().anyMatch(line -> line.contains("[b, a]")));
    }

    private int node(final Class<? extends NodeFactory<?>> factory, final int table, final int port,
        final Consumer<NodeSettingsWO> settings) {
        final int node = m_workflow.add(factory, model -> {
            model.addString("labelColumn", "tags");
            settings.accept(model);
        });
        m_workflow.connect(table, 1, node, port);
        return node;
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text.strip()));
    }

    private int thresholds(final String... rows) {
        return table("Class Threshold\n" + String.join("\n", rows));
    }

    private int learner(final int images, final Consumer<NodeSettingsWO> settings) {
        final int network =
            m_workflow.add(CnnArchitectureNodeFactory.class, model -> model.addString("architecture", "lenet"));
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addInt("epochs", 60);
            settings.accept(model);
        });
        m_workflow.connect(network, 1, learner, 1).connect(images, 1, learner, 2);
        return learner;
    }

    private int predictor(final int network, final int table, final Consumer<NodeSettingsWO> settings) {
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class, settings);
        m_workflow.connect(network, 1, predictor, 1).connect(table, 1, predictor, 2);
        return predictor;
    }

    private Path probe(final int node, final int port) {
        final Path file = m_workflow.folder().resolve("table %d %d".formatted(node, port));
        final int probe =
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
        return file;
    }
}
