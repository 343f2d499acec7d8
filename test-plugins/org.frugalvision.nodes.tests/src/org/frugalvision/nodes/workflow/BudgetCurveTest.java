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

import org.frugalvision.nodes.evaluate.curve.BudgetCurveNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** Accuracy by budget. */
public class BudgetCurveTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void comparesWithRandom() throws Exception {
        final int curve = curve("SUBSETS", "stratified-random", "4, 8", model -> {
        });
        final Path trainings = probe(TableProbeNodeFactory.class, curve, 1);
        final Path summary = probe(TableProbeNodeFactory.class, curve, 2);
        final Path picture = probe(PictureProbeNodeFactory.class, curve, 3);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(curve));
        assertEquals(List.of("Random 4 1", "Random 8 1", "Stratified random 4 1", "Stratified random 8 1",
            "Random 4 2", "Random 8 2", "Stratified random 4 2", "Stratified random 8 2"),
            Files.readAllLines(trainings).stream().skip(1).map(line -> line.split("\t"))
                .map(cells -> cells[1] + " " + cells[2] + " " + cells[3]).toList());
        final List<String[]> rows =
            Files.readAllLines(summary).stream().skip(1).map(line -> line.split("\t")).toList();
        assertEquals("random has no difference to itself", List.of("Random", "0.0", "?"),
            List.of(rows.get(0)[1], rows.get(0)[7], rows.get(0)[8]));
        assertEquals(4, rows.size());
        assertTrue(Files.size(picture) > 1000);
    }

    /** Finished trainings are kept, and the node gives the same when it goes on from them. */
    @Test
    public void goesOnFromItsCheckpointFolder() throws Exception {
        final Path folder = m_temporary.getRoot().toPath().resolve("cells");
        final Consumer<NodeSettingsWO> kept = model -> model.addString("checkpointFolder", folder.toString());
        final Path first = probe(TableProbeNodeFactory.class, curve("ROUNDS", "margin", "4, 8", kept), 1);
        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(8, files(folder));

        createWorkflow();
        try (var files = Files.list(folder)) {
            Files.delete(files.sorted().findFirst().orElseThrow());
        }
        final Path second = probe(TableProbeNodeFactory.class, curve("ROUNDS", "margin", "4, 8", kept), 1);
        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(8, files(folder));
        assertEquals(accuracies(first), accuracies(second));
    }

    @Test
    public void refusesAMethodWithoutItsNetwork() throws Exception {
        final int curve = curve("SUBSETS", "margin", "4, 8", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Methods\" must need nothing that is not known here, such as probabilities, but is "
            + "\"Margin\".", m_workflow.message(curve));
    }

    @Test
    public void refusesABudgetAboveThePool() throws Exception {
        final int curve = curve("SUBSETS", "k-center", "4, 13", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Budgets\" must be at most the 12 images to choose from, but is 13.",
            m_workflow.message(curve));
    }

    /** Two methods, three budgets, three repeats on small images. */
    @Test
    public void theShippedWorkflowDrawsItsCurves() throws Exception {
        final var workflow = ShippedWorkflow.copy("18 Budget curve", m_temporary.getRoot().toPath());
        final Path summary = workflow.probe(4, 2);
        final Path rounds = workflow.probe(5, 2);
        final Path rate = workflow.probe(6, 1);
        final Path updates = workflow.probe(6, 2);

        assertEquals(SUCCESS, workflow.run());
        final double suggested = Double.parseDouble(Files.readAllLines(rate).get(1).split("\t")[1]);
        assertTrue("suggested " + suggested, suggested >= 1e-4 && suggested <= 0.1);
        assertTrue("ends where it is hopeless", Files.readAllLines(updates).size() > 20);
        for (final Path table : List.of(summary, rounds)) {
            final List<String[]> rows =
                Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")).toList();
            final double least = Double.parseDouble(rows.get(0)[4]);
            final double largest = Double.parseDouble(rows.get(rows.size() / 2 - 1)[4]);
            assertEquals("Random", rows.get(0)[1]);
            assertTrue(least + " to " + largest, largest > least + 0.05);
        }
    }

    private int curve(final String growth, final String method, final String budgets,
        final Consumer<NodeSettingsWO> settings) {
        final String rows = IntStream.range(0, 12).mapToObj(i -> "r%d 28x28x1=%d %s".formatted(i, 20 + 150 * (i % 2)
            + i, i % 2 == 0 ? "a" : "b")).collect(Collectors.joining("\n", "image label[a,b]\n", ""));
        final int curve = m_workflow.add(BudgetCurveNodeFactory.class, settings.andThen(model -> {
            model.addString("labelColumn", "label");
            model.addNodeSettings("methods").addNodeSettings("0").addString("method", method);
            model.addString("budgets", budgets);
            model.addInt("repeats", 2);
            model.addString("growth", growth);
            model.addInt("updates", 2);
        }));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class,
            model -> model.addString("architecture", "lenet5")), 1, curve, 1);
        for (int port = 2; port <= 3; port++) {
            m_workflow.connect(m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows)),
                1, curve, port);
        }
        return curve;
    }

    private Path probe(final Class<? extends NodeFactory<?>> probe, final int node, final int port) {
        final Path file = m_workflow.folder().resolve("%s %d %d".formatted(probe.getSimpleName(), node, port));
        m_workflow.connect(node, port, m_workflow.add(probe, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static List<String> accuracies(final Path table) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t"))
            .map(cells -> String.join(" ", List.of(cells).subList(1, 6))).toList();
    }

    private static int files(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return (int)files.count();
        }
    }
}
