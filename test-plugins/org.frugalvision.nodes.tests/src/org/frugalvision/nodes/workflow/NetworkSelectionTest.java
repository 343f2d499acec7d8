// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PortProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/**
 * Selections that ask a network, columns that one has made, or the outcomes of a training; and weights that come back.
 */
public class NetworkSelectionTest {

    private static final int FAILED = 4;

    private static final String IMAGES = "image label[a,b]\n" + IntStream.range(0, 12)
        .mapToObj(i -> "r" + i + " 28x28x1 " + "ab".charAt(i % 2)).collect(Collectors.joining("\n"));

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private int m_table;

    private int m_learner;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", IMAGES));
        m_learner = learner(m_table, model -> {
        });
    }

    /** Both make the same pass through the network, and it has the same name. */
    @Test
    public void columnsAndNetworkChooseTheSameAtTheSameCost() throws Exception {
        final int predictor =
            m_workflow.add(CnnPredictorNodeFactory.class, model -> model.addBoolean("embedding", true));
        m_workflow.connect(m_learner, 1, predictor, 1).connect(m_table, 1, predictor, 2);
        final int byNetwork = selector(m_table, "margin", model -> {
        });
        m_workflow.connect(m_learner, 1, byNetwork, 2);
        final int byColumns = selector(predictor, "margin",
            model -> model.addNodeSettings("sources").addString("prediction", "Prediction (label)"));
        final List<Path> files = List.of(probe(byNetwork, 1), probe(byColumns, 1), probe(byNetwork, 3),
            probe(byColumns, 3), probe(predictor, 2));

        assertEquals(0, m_workflow.run());
        assertEquals(keys(files.get(0)), keys(files.get(1)));
        assertEquals(4, keys(files.get(0)).size());
        assertTrue(keys(files.get(2)).toString(), keys(files.get(2)).get(0).startsWith("predict-"));
        assertEquals(keys(files.get(2)).get(0), keys(files.get(4)).get(0));
        assertTrue(keys(files.get(3)).get(0).startsWith("select-"));
        assertEquals("12", cell(files.get(4), 1, "Images scored"));
    }

    @Test
    public void embeddingsMayComeFromAColumn() throws Exception {
        final int predictor =
            m_workflow.add(CnnPredictorNodeFactory.class, model -> model.addBoolean("embedding", true));
        m_workflow.connect(m_learner, 1, predictor, 1).connect(m_table, 1, predictor, 2);
        final int byNetwork = selector(m_table, "badge", model -> {
        });
        m_workflow.connect(m_learner, 1, byNetwork, 2);
        final int byColumns = selector(predictor, "badge", model -> {
            final NodeSettingsWO sources = model.addNodeSettings("sources");
            sources.addString("prediction", "Prediction (label)");
            sources.addString("embedding", "Embedding");
        });
        final Path one = probe(byNetwork, 1);
        final Path other = probe(byColumns, 1);

        assertEquals(0, m_workflow.run());
        assertEquals(keys(one), keys(other));
    }

    @Test
    public void imagesAreComparedByTheirPixelsWithoutANetwork() throws Exception {
        final Path selected = probe(selector(m_table, "k-center", model -> model.addBoolean("perClass", true)), 1);

        assertEquals(0, m_workflow.run());
        assertEquals(4, keys(selected).size());
        assertEquals(2, Files.readAllLines(selected).stream().filter(line -> line.endsWith("\ta")).count());
    }

    @Test
    public void methodsThatNeedANetworkSaySo() throws Exception {
        final int selector = selector(m_table, "margin", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(selector), m_workflow.message(selector).contains(
            "\"Margin\" needs a network or columns that one has made, but there are none."));
    }

    /** CRAIG gives weights, and the learner trains another network with them than without. */
    @Test
    public void weightsReachTheLearner() throws Exception {
        final int selector = selector(m_table, "craig", model -> {
        });
        m_workflow.connect(m_learner, 1, selector, 2);
        final Path selected = probe(selector, 1);
        final Path with = summary(learner(selector,
            model -> model.addNodeSettings("columns").addString("weight", "Selection weight")));
        final Path without = summary(learner(selector, model -> {
        }));

        assertEquals(0, m_workflow.run());
        double sum = 0;
        for (int row = 1; row <= 4; row++) {
            sum += Double.parseDouble(cell(selected, row, "Selection weight"));
        }
        assertEquals(12, sum, 0);
        assertNotEquals(hash(with), hash(without));
    }

    /** The outcomes of a training choose the images of the next one. */
    @Test
    public void forgottenImagesAreChosenFromTheOutcomes() throws Exception {
        final int recipe = m_workflow.add(CnnTrainingRecipeNodeFactory.class,
            model -> model.addString("method", "training-history"));
        final int watched = learner(m_table, model -> model.addInt("epochs", 5));
        m_workflow.connect(recipe, 1, watched, 4);
        final Path outcomes = probe(watched, 5);
        final Path selected = probe(selector(watched, 5, "forgetting", model -> {
        }), 1);
        final Path none = probe(m_learner, 5);

        assertEquals(0, m_workflow.run());
        assertEquals("id\tForgetting events\tMean loss\tTimes right", Files.readAllLines(outcomes).get(0));
        assertEquals(IntStream.range(0, 12).mapToObj(i -> "r" + i).toList(), keys(outcomes));
        assertEquals(4, keys(selected).size());
        assertEquals(List.of(), keys(none));
    }

    @Test
    public void rowsWithoutAWeightAreSkippedAndNegativeOnesRefused() throws Exception {
        final int missing = m_workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", weighted("?")));
        final int skipping = learner(missing, model -> weighted(model));

        assertEquals(0, m_workflow.run());
        assertTrue(m_workflow.message(skipping), m_workflow.message(skipping)
            .contains("Skipped 1 of 4 rows, the first is Row \"w3\": the weight is missing."));
    }

    @Test
    public void negativeWeightsAreRefused() throws Exception {
        final int negative = m_workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", weighted("-1")));
        final int refusing = learner(negative, model -> weighted(model));

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(refusing),
            m_workflow.message(refusing).contains("Row \"w3\": the weight must be at least 0, but is -1."));
    }

    /** A method of the recipe asks for a column that was not chosen. */
    @Test
    public void recipesAskForTheirColumns() throws Exception {
        final int recipe =
            m_workflow.add(CnnTrainingRecipeNodeFactory.class, model -> model.addString("method", "rho-loss"));
        m_workflow.connect(recipe, 1, m_learner, 4);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(m_learner), m_workflow.message(m_learner).contains(
            "\"Irreducible loss column\" must be chosen, because a method of the training recipe needs it."));
    }

    private static void weighted(final NodeSettingsWO model) {
        model.addNodeSettings("columns").addString("weight", "number");
    }

    private static String weighted(final String last) {
        return "image label[a,b] number\nw0 28x28x1 a 1\nw1 28x28x1 b 2\nw2 28x28x1 a 0\nw3 28x28x1 b " + last;
    }

    private int learner(final int table, final Consumer<NodeSettingsWO> more) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> {
            model.addString("labelColumn", "label");
            model.addInt("batchSize", 4);
            model.addInt("epochs", 2);
            more.accept(model);
        });
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1).connect(table, 1, learner,
            2);
        return learner;
    }

    private int selector(final int source, final String method, final Consumer<NodeSettingsWO> more) {
        return selector(source, 1, method, more);
    }

    private int selector(final int source, final int port, final String method,
        final Consumer<NodeSettingsWO> more) {
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addString("method", method);
            model.addString("labelColumn", "label");
            model.addInt("budget", 4);
            more.accept(model);
        });
        m_workflow.connect(source, port, selector, 1);
        return selector;
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table " + node + " " + port);
        final int probe =
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
        return file;
    }

    private Path summary(final int learner) {
        final Path file = m_temporary.getRoot().toPath().resolve("summary of " + learner);
        final int probe =
            m_workflow.add(PortProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(learner, 1, probe, 1);
        return file;
    }

    private static List<String> keys(final Path table) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[0]).toList();
    }

    private static String cell(final Path table, final int row, final String column) throws IOException {
        final List<String> lines = Files.readAllLines(table);
        return lines.get(row).split("\t")[Arrays.asList(lines.get(0).split("\t")).indexOf(column)];
    }

    private static String hash(final Path summary) throws IOException {
        return Files.readString(summary).replaceAll("(?s).*hash ([0-9a-f]+).*", "$1");
    }
}
