// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.reduce.pruner.CnnPrunerNodeFactory;
import org.frugalvision.nodes.reduce.sensitivity.PruningSensitivityNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Networks become smaller in workflows. */
public class CnnPrunerTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final String IMAGES = "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b\nr3 28x28x1 a\nr4 28x28x1 b";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void theShippedWorkflowPutsAllNetworksSideBySide() throws Exception {
        final var workflow = ShippedWorkflow.copy("11 Prune to a budget", m_temporary.getRoot().toPath());
        final Path overall = workflow.probe(15, 2);
        final Path steps = workflow.probe(9, 2);
        final Path sensitivity = workflow.probe(8, 1);
        final Path report = workflow.probe(50, 1);

        assertEquals(SUCCESS, workflow.run());
        assertEquals(List.of("id", "Whole", "Pruned", "Pruned and quantized", "Small from scratch"),
            firsts(overall));
        assertEquals(firsts(overall), firsts(report));
        final List<Double> bytes = numbers(report, "File (bytes)");
        assertTrue("smaller and smaller " + bytes, bytes.get(0) > bytes.get(1) && bytes.get(1) > bytes.get(2));
        final List<Double> counted = numbers(report, "Multiply-adds of an image");
        assertTrue(counted.toString(), counted.get(1) <= 0.4 * counted.get(0));
        assertEquals("quantizing changes size only", counted.get(1), counted.get(2));
        assertTrue(numbers(report, "Time of an image in a batch (ms)").stream().allMatch(time -> time > 0));
        assertTrue(numbers(report, "Time of a single image (ms)").stream().allMatch(time -> time > 0));
        assertTrue(numbers(report, "Multiply-adds").stream().allMatch(cost -> cost > 0));
        final List<List<String>> rows = rows(steps);
        final int macs = rows.get(0).indexOf("Multiply-adds");
        final double whole = Double.parseDouble(rows.get(1).get(macs));
        assertTrue(rows.toString(), Double.parseDouble(rows.get(rows.size() - 1).get(macs)) <= 0.4 * whole);
        assertEquals("every step was good enough", List.of("true", "true", "true"),
            rows.subList(1, rows.size()).stream().map(row -> row.get(rows.get(0).indexOf("Kept"))).toList());
        assertEquals("three parts of three groups", 9, rows(sensitivity).size() - 1);
    }

    @Test
    public void stepsAndPictureComeOutWithoutValidationImages() throws Exception {
        final Path picture = m_temporary.getRoot().toPath().resolve("picture");
        final int pruner = pruner(IMAGES, model -> model.addBoolean("fineTune", false));
        m_workflow.connect(pruner, 4,
            m_workflow.add(PictureProbeNodeFactory.class, model -> model.addString("text", picture.toString())), 1);
        final Path steps = table(pruner, 2);
        final Path costs = table(pruner, 3);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("Step 0", "Step 1"), firsts(steps).subList(1, 3));
        assertEquals("?", rows(steps).get(2).get(rows(steps).get(0).indexOf("Accuracy")));
        assertTrue(firsts(costs).toString(), firsts(costs).stream().anyMatch(id -> id.startsWith("prune-")));
        assertTrue(Files.exists(picture));
    }

    @Test
    public void untrainedNetworksAreRefused() throws Exception {
        final int pruner = m_workflow.add(CnnPrunerNodeFactory.class);
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, pruner, 1)
            .connect(images(IMAGES), 1, pruner, 2);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(pruner), m_workflow.message(pruner)
            .contains("The network must be trained, but is the architecture \"LeNet (wide)\" only."));
    }

    @Test
    public void rollbackWithoutValidationImagesIsRefused() throws Exception {
        final int pruner = pruner(IMAGES, model -> model.addBoolean("rollback", true));

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(pruner), m_workflow.message(pruner)
            .contains("\"Roll back\" needs validation images, but there is no table of them."));
    }

    @Test
    public void impossibleTargetsAreTold() throws Exception {
        final int pruner = pruner(IMAGES, model -> {
            model.addInt("least", 15);
            model.addDouble("keepPercent", 5);
        });

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(pruner),
            m_workflow.message(pruner).contains("\"Keep (%)\" must be at least 25.4 for this network and these "
                + "rules, but is 5."));
    }

    @Test
    public void layersThatAreNotThereAreTold() throws Exception {
        final int pruner = pruner(IMAGES, model -> model.addString("keep", "nowhere"));

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(pruner), m_workflow.message(pruner).contains("\"Layers to keep\" must be names "
            + "of layers of the network, such as \"conv1\", but is \"nowhere\"."));
    }

    @Test
    public void tablesOfOtherClassesAreTold() throws Exception {
        final int pruner = m_workflow.add(CnnPrunerNodeFactory.class);
        final int sensitivity = m_workflow.add(PruningSensitivityNodeFactory.class);
        final int learner = learner();
        final int other = images("image label[x,y]\nr1 28x28x1 x\nr2 28x28x1 y");
        m_workflow.connect(learner, 1, pruner, 1).connect(other, 1, pruner, 2).connect(learner, 1, sensitivity, 1)
            .connect(other, 1, sensitivity, 2);

        assertEquals(FAILED, m_workflow.run());
        for (final int node : new int[]{pruner, sensitivity}) {
            assertTrue(m_workflow.message(node),
                m_workflow.message(node).contains("Row \"r1\": the network does not know the class \"x\"."));
        }
    }

    private static List<Double> numbers(final Path table, final String column) throws IOException {
        final int index = rows(table).get(0).indexOf(column);
        return rows(table).stream().skip(1).map(row -> Double.valueOf(row.get(index))).toList();
    }

    private int pruner(final String images, final Consumer<NodeSettingsWO> model) {
        final int pruner = m_workflow.add(CnnPrunerNodeFactory.class, model);
        m_workflow.connect(learner(), 1, pruner, 1).connect(images(images), 1, pruner, 2);
        return pruner;
    }

    private int learner() {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(images(IMAGES), 1, learner, 2);
        return learner;
    }

    private int images(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private Path table(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table %d of %d".formatted(port, node));
        m_workflow.connect(node, port,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static List<String> firsts(final Path table) throws IOException {
        return rows(table).stream().map(row -> row.get(0)).collect(Collectors.toList());
    }

    private static List<List<String>> rows(final Path table) throws IOException {
        final List<String> lines = Files.readAllLines(table);
        return IntStream.range(0, lines.size()).mapToObj(i -> List.of(lines.get(i).split("\t"))).toList();
    }
}
