// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.evaluate.report.FrugalityReportNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.probe.TypedTableProbeNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** What savings brought. */
public class FrugalityReportTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final String COLUMNS = "Images:long;Accuracy:double;Labels:long;Images trained:long;"
        + "Forward multiply-adds:long;Backward multiply-adds:long;Bytes moved (estimate):long;Seconds:double\n";

    private static final String FULL = "full;10000;0.9;1000;2000;100;200;600;8\n";

    private static final String FEWER = "fewer;10000;0.895;250;500;25;50;150;2\n";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void comparesTheRowsOfOneTable() throws Exception {
        final int report = report(settings("", "MULTIPLY_ADDS"), COLUMNS + FULL + FEWER);
        final Path table = probe(TableProbeNodeFactory.class, report, 1);
        final Path picture = probe(PictureProbeNodeFactory.class, report, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(report));
        assertEquals("Baseline", cell(table, "full", "Verdict"));
        assertEquals("Same accuracy within 2 points at 0.25 times the multiply-adds", cell(table, "fewer", "Verdict"));
        assertEquals("0.25", cell(table, "fewer", "Labels / baseline"));
        assertEquals("75.0", cell(table, "fewer", "Multiply-adds"));
        assertEquals("0.5", cell(table, "fewer", "Multiply-adds per byte"));
        assertEquals("0.25", cell(table, "fewer", "Watt-hours (by counts) / baseline"));
        assertEquals("?", cell(table, "fewer", "Watt-hours (by time)"));
        assertEquals("?", cell(table, "full", "Difference from (95 %)"));
        assertEquals("yes", cell(table, "fewer", "Pareto front"));
        assertTrue(Files.size(picture) > 1000);
    }

    /** As scorers hand on the rows of others, one row comes in twice. */
    @Test
    public void takesAnyNumberOfTables() throws Exception {
        final int report = report(settings("fewer", "LABELS"), COLUMNS + FULL, COLUMNS + FULL + FEWER,
            "Accuracy:double;Images:double\nplain;0.5;100\n");
        final Path table = probe(TableProbeNodeFactory.class, report, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: The results are of different numbers of test images: compare them with care. Nothing is "
            + "known of the cost of \"plain\": connect the network to its scorer.", m_workflow.message(report));
        assertEquals(List.of("full", "fewer", "plain"),
            Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[0]).toList());
        assertEquals("Same accuracy within 2 points at 4 times the labels", cell(table, "full", "Verdict"));
        assertEquals("39.5 points less accurate; labels not comparable", cell(table, "plain", "Verdict"));
        assertEquals("no", cell(table, "plain", "Pareto front"));
    }

    @Test
    public void leavesOutResultsWithoutAccuracy() throws Exception {
        final int report =
            report(settings("", "MULTIPLY_ADDS"), COLUMNS + FULL + "empty;?;?;?;?;?;?;?;?\n" + "none;10;?;1;1;1;1;1;1\n");

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Left out 2 of 3 rows, the first is Row \"empty\": it has no accuracy or number of images. "
            + "There is only one result, so that nothing is compared.", m_workflow.message(report));
    }

    @Test
    public void aBaselineWithoutCostIsToldAndDividesNothing() throws Exception {
        final int report =
            report(settings("", "LABELS"), COLUMNS + "free;10000;0.8;0;0;0;0;0;0\n" + FULL + "new;10000;0.8;?;?;?;?;?;?\n");
        final Path table = probe(TableProbeNodeFactory.class, report, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Nothing is known of the cost of \"new\": connect the network to its scorer. The labels of "
            + "the baseline \"free\" are 0, so that nothing is relative to them.", m_workflow.message(report));
        assertEquals("?", cell(table, "full", "Labels / baseline"));
        assertEquals("?", cell(table, "free", "Multiply-adds per byte"));
    }

    @Test
    public void refusesABaselineThatIsNoResult() throws Exception {
        final int report = report(settings("all", "LABELS"), COLUMNS + FULL + FEWER);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Baseline\" must be the name of a result (\"full\", \"fewer\"), but is \"all\".",
            m_workflow.message(report));
    }

    @Test
    public void refusesAnotherResultOfTheSameName() throws Exception {
        final int report = report(settings("", "LABELS"), COLUMNS + FULL, COLUMNS + FULL.replace("0.9", "0.8"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"full\": two different results must not have one name, but have.",
            m_workflow.message(report));
    }

    @Test
    public void refusesAnAccuracyInPercent() throws Exception {
        final int report = report(settings("", "LABELS"), COLUMNS + FULL.replace("0.9", "90"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"full\": \"Accuracy\" must be in [0,1], but is 90.", m_workflow.message(report));
    }

    @Test
    public void refusesNegativeCosts() throws Exception {
        final int report = report(settings("", "LABELS"), COLUMNS + FULL.replace("1000;2000", "-1;2000"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"full\": \"Labels\" must be at least 0, but is -1.", m_workflow.message(report));
    }

    @Test
    public void refusesEmptyTables() throws Exception {
        final int report = report(settings("", "LABELS"), COLUMNS);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Results: they must have at least one row, but are empty.", m_workflow.message(report));
    }

    /** Such a table says what was done, but not how good it was. */
    @Test
    public void refusesACostTable() throws Exception {
        final int report = report(settings("", "LABELS"), "Work:string;Labels:long\ntrain-1;Training;5\n");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Results\" must have a column \"Images\" of numbers, but have none.",
            m_workflow.message(report));
    }

    /** The same network twice, and results of which none says that it is its. */
    @Test
    public void networksOfNoResultAreTold() throws Exception {
        final int report = report(settings("", "LABELS"), COLUMNS + FULL + FEWER);
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(m_workflow.add(ImageTableProbeNodeFactory.class,
                model -> model.addString("text", "image label[x,y]\nr1 28x28x1 x\nr2 28x28x1 y")), 1, learner, 2)
            .addPorts(report, "Networks", NetworkPortObject.class, 2).connect(learner, 1, report, 2)
            .connect(learner, 1, report, 3);
        final Path table = probe(TableProbeNodeFactory.class, report, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: 1 network belongs to no result: connect each network to its scorer, too.",
            m_workflow.message(report));
        assertEquals("?", cell(table, "full", "File (bytes)"));
    }

    @Test
    public void untrainedNetworksAreRefused() throws Exception {
        final int report = report(settings("", "LABELS"), COLUMNS + FULL + FEWER);
        m_workflow.addPorts(report, "Networks", NetworkPortObject.class, 1)
            .connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, report, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: The network must be trained, but is the architecture \"LeNet (wide)\" only.",
            m_workflow.message(report));
    }

    /** Three trainings; each scorer goes into a port of its own. */
    @Test
    public void theShippedWorkflowTellsWhatWasSaved() throws Exception {
        final var workflow = ShippedWorkflow.copy("21 What did it save", m_temporary.getRoot().toPath());
        final Path table = workflow.probe(14, 1);

        assertEquals(SUCCESS, workflow.run());
        assertEquals("Baseline", cell(table, "All 1,000 images", "Verdict"));
        final double fewer = Double.parseDouble(cell(table, "250 images", "Multiply-adds / baseline"));
        final double stopped = Double.parseDouble(cell(table, "All, stopped early", "Multiply-adds / baseline"));
        assertEquals(0.25, fewer, 0.03);
        assertEquals(fewer, stopped, 0.03);
        assertEquals("0.25", cell(table, "250 images", "Labels / baseline"));
        assertTrue(Double.parseDouble(cell(table, "250 images", "Watt-hours (by counts)")) > 0);
        assertTrue(Double.parseDouble(cell(table, "250 images", "Multiply-adds per byte")) > 1);
    }

    private static Consumer<NodeSettingsWO> settings(final String baseline, final String cost) {
        return model -> {
            model.addString("baseline", baseline);
            model.addString("cost", cost);
            model.addDouble("tolerance", 2);
        };
    }

    private int report(final Consumer<NodeSettingsWO> settings, final String... tables) {
        final int report = m_workflow.add(FrugalityReportNodeFactory.class, settings);
        m_workflow.addTables(report, "Further results", tables.length - 1);
        for (int i = 0; i < tables.length; i++) {
            final String text = tables[i];
            m_workflow.connect(m_workflow.add(TypedTableProbeNodeFactory.class, model -> model.addString("text", text)),
                1, report, i + 1);
        }
        return report;
    }

    private Path probe(final Class<? extends NodeFactory<?>> kind, final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("output %d of %d".formatted(port, node));
        m_workflow.connect(node, port, m_workflow.add(kind, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static String cell(final Path table, final String row, final String column) throws IOException {
        final List<String> lines = Files.readAllLines(table);
        final int index = Arrays.asList(lines.get(0).split("\t")).indexOf(column);
        return lines.stream().map(line -> line.split("\t")).filter(cells -> cells[0].equals(row)).findFirst()
            .orElseThrow()[index];
    }
}
