// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.evaluate.explain.CnnExplainerNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** What the CNN Explainer appends, to which rows, and what it says when it cannot. */
public class CnnExplainerTest {

    private static final int SUCCESS = 0;

    private static final int REFUSED = 3;

    private static final int FAILED = 4;

    private static final String IMAGES = "image label[a,b]\nr1 16x16x1 a\nr2 16x16x1=200 b\nr3 16x16x1=99 a";

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
    public void appendsClassProbabilityOverlayAndHeat() throws Exception {
        final int explainer = explainer(IMAGES, model -> model.addBoolean("heat", true));
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(m_learner, 1, predictor, 1).connect(table(IMAGES), 1, predictor, 2);
        final Path explained = probe(explainer, 1);
        final Path cost = probe(explainer, 2);
        final Path predicted = probe(predictor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(explained);
        assertEquals("id\timage\tlabel\tExplained class\tProbability of the explained class\tOverlay\tHeat map",
            lines.get(0));
        assertEquals(4, lines.size());
        for (int i = 1; i < 4; i++) {
            final String[] prediction = Files.readAllLines(predicted).get(i).split("\t");
            final String[] cells = lines.get(i).split("\t");
            assertEquals(prediction[3], cells[3]);
            assertEquals(Math.max(Double.parseDouble(prediction[4]), Double.parseDouble(prediction[5])),
                Double.parseDouble(cells[4]), 1e-6);
            assertTrue(cells[5], cells[5].startsWith("PNG "));
            assertTrue(cells[6], cells[6].startsWith("PNG "));
        }
        assertTrue(Files.readAllLines(cost).get(1), Files.readAllLines(cost).get(1).contains("Heat maps by Grad-CAM"));
    }

    @Test
    public void explainsTheClassOfAColumnAndNothingWhereItIsUnknown() throws Exception {
        final int explainer = explainer("image label\nr1 16x16x1 b\nr2 16x16x1 c\nr3 16x16x1 ?\nr4 ? a", model -> {
            model.addString("class", "COLUMN");
            model.addString("explainedColumn", "label");
            model.addString("method", "score-cam");
        });
        final Path file = probe(explainer, 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(file);
        assertEquals("b", lines.get(1).split("\t")[3]);
        for (int i = 2; i < 5; i++) {
            assertEquals("?", lines.get(i).split("\t")[3]);
            assertEquals("?", lines.get(i).split("\t")[5]);
        }
        assertTrue(m_workflow.message(explainer), m_workflow.message(explainer).startsWith("WARNING: Explained nothing "
            + "in 3 of 4 rows, the first is Row \"r2\": the network does not know the class \"c\"."));
    }

    @Test
    public void explainsTheFirstRowsOrThoseOfAList() throws Exception {
        final Path first = probe(explainer(IMAGES, model -> model.addInt("count", 2)), 1);
        final int listed = explainer(IMAGES, model -> {
        });
        m_workflow.connect(table("image label\nr3 16x16x1 a\nr7 16x16x1 a"), 1, listed, 3);
        final Path list = probe(listed, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("r1", "r2"), ids(first));
        assertEquals(List.of("r3"), ids(list));
        assertTrue(m_workflow.message(listed), m_workflow.message(listed)
            .startsWith("WARNING: 1 row ID of the list \"Rows\" did not occur in the table."));
    }

    @Test
    public void imagesOfAnySizeKeepTheirPlaces() throws Exception {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class,
            model -> model.addString("architecture", "resnet8")), 1, learner, 1)
            .connect(table("image label[a,b]\nr1 16x16x3 a\nr2 16x16x3=9 b"), 1, learner, 2);
        final int explainer = m_workflow.add(CnnExplainerNodeFactory.class);
        m_workflow.connect(learner, 1, explainer, 1)
            .connect(table("image label\nr1 16x16x3 a\nr2 24x20x3 a\nr3 ? a\nr4 16x16x3 b"), 1, explainer, 2);
        final Path file = probe(explainer, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("r1", "r2", "r3", "r4"), ids(file));
    }

    @Test
    public void refusesALayerWithoutMaps() throws Exception {
        final int explainer = explainer(IMAGES, model -> model.addString("layer", "nowhere"));

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(explainer), m_workflow.message(explainer).startsWith(
            "ERROR: \"Layer\" must be a layer of the network whose maps show places and that nothing "
                + "passes by: "));
    }

    @Test
    public void refusesAColumnThatItWouldAppend() throws Exception {
        final int explainer = explainer("image Overlay\nr1 16x16x1 a", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: The table must not have a column \"Overlay\" already, because the explanation appends "
            + "one.", m_workflow.message(explainer));
    }

    @Test
    public void refusesNoRows() throws Exception {
        explainer(IMAGES, model -> model.addInt("count", 0));

        assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
    }

    @Test
    public void theShippedWorkflowExplainsPredictionsAndTrueClasses() throws Exception {
        final var workflow = ShippedWorkflow.copy("23 What the network looks at", m_temporary.newFolder().toPath());
        final Path predicted = workflow.probe(5, 1);
        final Path labeled = workflow.probe(6, 1);
        final Path cost = workflow.probe(6, 2);

        assertEquals(SUCCESS, workflow.run());
        assertEquals(40, ids(predicted).size());
        assertEquals(20, ids(labeled).size());
        for (final String line : Files.readAllLines(labeled).subList(1, 21)) {
            assertEquals(line.split("\t")[2], line.split("\t")[3]);
        }
        assertTrue(Files.readAllLines(cost).get(1).contains("Heat maps by Score-CAM"));
    }

    private static List<String> ids(final Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t")[0]).toList();
    }

    private int table(final String rows) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
    }

    private int explainer(final String rows, final Consumer<NodeSettingsWO> settings) {
        final int explainer = m_workflow.add(CnnExplainerNodeFactory.class, settings);
        m_workflow.connect(m_learner, 1, explainer, 1).connect(table(rows), 1, explainer, 2);
        return explainer;
    }

    private Path probe(final int node, final int port) {
        final Path file = m_workflow.folder().resolve("probe %d %d".formatted(node, port));
        m_workflow.connect(node, port,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
