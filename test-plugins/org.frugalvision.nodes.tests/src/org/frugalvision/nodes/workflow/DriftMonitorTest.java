// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.evaluate.drift.DriftMonitorNodeFactory;
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

/** A network in use. */
public class DriftMonitorTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final String COLUMNS = "label:string;Prediction (label):string;P (label=a):double;"
        + "P (label=b):double;Embedding:list\n";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void tellsWhereErrorsBecomeMore() throws Exception {
        final int monitor = monitor(table(400, DriftMonitorTest::changing),
            settings("label", "", "adwin", "ddm", "prediction-stability"));
        final Path events = probe(TableProbeNodeFactory.class, monitor, 1);
        final Path picture = probe(PictureProbeNodeFactory.class, monitor, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(monitor));
        assertEquals("id\tPosition\tRow ID of the prediction\tDetector\tLevel\tValue\tThreshold",
            Files.readAllLines(events).get(0));
        final List<String[]> drifts = drifts(events);
        assertEquals(List.of("ADWIN", "DDM", "Population stability of predictions"),
            drifts.stream().map(cells -> cells[3]).sorted().toList());
        for (final String[] cells : drifts) {
            final int position = Integer.parseInt(cells[1]);
            assertTrue(String.join(" ", cells), position > 100 && position <= 200);
            assertEquals("r" + (200 + position - 1), cells[2]);
            assertTrue(Double.parseDouble(cells[5]) >= Double.parseDouble(cells[6]));
        }
        assertTrue(Files.size(picture) > 1000);
    }

    /** Without labels the probability of the predicted class stands for being right. */
    @Test
    public void watchesConfidenceWithoutLabels() throws Exception {
        final int monitor = monitor(table(400, DriftMonitorTest::changing), settings("", "", "adwin"));
        final Path events = probe(TableProbeNodeFactory.class, monitor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(1, drifts(events).size());
    }

    @Test
    public void aReferenceTableLeavesAllRowsToBeWatched() throws Exception {
        final int monitor =
            monitor(table(200, i -> changing(300 + i)), settings("label", "Embedding", "embedding-stability"));
        m_workflow.connect(table(200, DriftMonitorTest::changing), 1, monitor, 2);
        final Path events = probe(TableProbeNodeFactory.class, monitor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("the first window", List.of("100 r99 Population stability of embeddings"),
            drifts(events).stream().map(cells -> cells[1] + " " + cells[2] + " " + cells[3]).toList());
    }

    /** A table for each day: position 101 is the first row of the second. */
    @Test
    public void laterTablesGoOnWithTheStream() throws Exception {
        final int monitor = monitor(table(300, DriftMonitorTest::calm), settings("label", "", "adwin"));
        m_workflow.addTables(monitor, "Later predictions", 1)
            .connect(table(100, i -> changing(300 + i)), 1, monitor, 3);
        final Path events = probe(TableProbeNodeFactory.class, monitor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        final String[] drift = drifts(events).get(0);
        final int position = Integer.parseInt(drift[1]);
        assertTrue(String.join(" ", drift), position > 100);
        assertEquals("r" + (position - 101), drift[2]);
    }

    @Test
    public void skipsRowsThatLackSomething() throws Exception {
        final int monitor = monitor(table(300, i -> i == 250 ? "a;?;0.9;0.1;1 2" : i % 100 == 99 ? "?;a;0.9;0.1;?"
            : calm(i)), settings("label", "Embedding", "adwin", "embedding-stability"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Skipped 1 of 300 rows, the first is Row \"r250\": the prediction is missing. Not watched "
            + "for errors: 3 of 300 rows, the first is Row \"r99\": the label is missing. Not watched by embedding: 3 of "
            + "300 rows, the first is Row \"r99\": the embedding is missing. \"Population stability of embeddings\" had "
            + "nothing to say: the 99 rows watched are too few, lack what it needs, or have no error.",
            m_workflow.message(monitor));
    }

    @Test
    public void constantPredictionsAreNoDrift() throws Exception {
        final int monitor = monitor(table(600, i -> "a;a;1;0;1 2"),
            settings("label", "Embedding", "adwin", "prediction-stability", "embedding-stability"));
        final Path events = probe(TableProbeNodeFactory.class, monitor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: No detector noticed a change in 400 rows.", m_workflow.message(monitor));
        assertEquals(1, Files.readAllLines(events).size());
    }

    @Test
    public void tellsWhichDetectorsHadNothingToSay() throws Exception {
        final int monitor =
            monitor(table(220, DriftMonitorTest::calm), settings("label", "", "adwin", "prediction-stability"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: \"Population stability of predictions\" had nothing to say: the 20 rows watched are too "
            + "few, lack what it needs, or have no error.", m_workflow.message(monitor));
    }

    @Test
    public void refusesAStreamShorterThanItsReference() throws Exception {
        final int monitor = monitor(table(200, DriftMonitorTest::calm), settings("label", "", "adwin"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Predictions: they must have more rows with a prediction than the 200 to learn from, but have "
            + "200.", m_workflow.message(monitor));
    }

    @Test
    public void refusesEmptyTables() throws Exception {
        final int empty = monitor(table(0, DriftMonitorTest::calm), settings("label", "", "adwin"));
        final int noReference = monitor(table(30, DriftMonitorTest::calm), settings("label", "", "adwin"));
        m_workflow.connect(table(0, DriftMonitorTest::calm), 1, noReference, 2);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(empty), m_workflow.message(empty).endsWith("but have 0."));
        assertEquals("ERROR: Reference: it must have at least one row with a prediction, but has none.",
            m_workflow.message(noReference));
    }

    @Test
    public void refusesEmbeddingsOfUnequalLength() throws Exception {
        final int monitor = monitor(table(300, i -> i == 7 ? "a;a;0.9;0.1;1 2 3" : calm(i)),
            settings("label", "Embedding", "embedding-stability"));
        final int other = monitor(table(300, DriftMonitorTest::calm),
            settings("label", "Embedding", "embedding-stability"));
        m_workflow.connect(table(300, i -> "a;a;0.9;0.1;1"), 1, other, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"r7\": the embedding has 3 values, but must have 2 like those before it.",
            m_workflow.message(monitor));
        assertEquals("ERROR: Row \"r0\": the embedding has 2 values, but must have 1 like those before it.",
            m_workflow.message(other));
    }

    @Test
    public void refusesProbabilitiesOutOfRange() throws Exception {
        final int monitor = monitor(table(300, i -> i == 7 ? "a;a;1.5;0.1;1 2" : calm(i)), settings("", "", "adwin"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"r7\": the probability of the predicted class must be in [0,1], but is 1.5.",
            m_workflow.message(monitor));
    }

    @Test
    public void refusesDetectorsWithoutWhatTheyWatch() throws Exception {
        final int noLabel = monitor(m_workflow.add(TypedTableProbeNodeFactory.class,
            model -> model.addString("text", "Prediction:string\nr0;a\n")), settings("", "", "ddm"));
        final int noEmbedding = monitor(m_workflow.add(TypedTableProbeNodeFactory.class,
            model -> model.addString("text", "Prediction:string\nr0;a\n")), settings("", "", "embedding-stability"));
        final int noPrediction = monitor(m_workflow.add(TypedTableProbeNodeFactory.class,
            model -> model.addString("text", "guess:string\nr0;a\n")), settings("", "", "prediction-stability"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Label column\" must be chosen, because the table has no probabilities (\"P (...)\") that "
            + "could stand for being right.", m_workflow.message(noLabel));
        assertEquals("WARNING: \"Embedding column\" must be a column of lists, but the table has none; it has "
            + "\"Prediction\".", m_workflow.message(noEmbedding));
        assertEquals("WARNING: \"Prediction column\" must be a column of the table, but none has a name that begins with "
            + "\"Prediction\".", m_workflow.message(noPrediction));
    }

    /** Probabilities of another column, and one detector twice. */
    @Test
    public void refusesWhatCannotBeWatched() throws Exception {
        final int others = monitor(m_workflow.add(TypedTableProbeNodeFactory.class,
            model -> model.addString("text", "Prediction (x):string;P (y=a):double\nr0;a;1\n")),
            settings("", "", "ddm"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Prediction column\" must have a probability column for each of its classes, as no label "
            + "column is chosen, but is \"Prediction (x)\".", m_workflow.message(others));
    }

    @Test
    public void refusesOneDetectorTwice() throws Exception {
        monitor(table(300, DriftMonitorTest::calm), settings("label", "", "ddm", "ddm"));

        assertTrue(m_workflow.run("-failonloaderror") != SUCCESS);
    }

    /** Images of the second half are changed. */
    @Test
    public void theShippedWorkflowNoticesChangedImages() throws Exception {
        final var workflow = ShippedWorkflow.copy("22 Watch a network at work", m_temporary.getRoot().toPath());
        final Path withLabels = workflow.probe(9, 1);
        final Path withoutLabels = workflow.probe(10, 1);

        assertEquals(SUCCESS, workflow.run());
        for (final Path table : List.of(withLabels, withoutLabels)) {
            final List<String[]> drifts = drifts(table);
            assertTrue(table + " has no drift", !drifts.isEmpty());
            for (final String[] cells : drifts) {
                assertTrue(String.join(" ", cells), Integer.parseInt(cells[1]) > 250);
            }
        }
    }

    private int table(final int rows, final IntFunction<String> row) {
        final String text = COLUMNS
            + IntStream.range(0, rows).mapToObj(i -> "r" + i + ";" + row.apply(i)).collect(Collectors.joining("\n"));
        return m_workflow.add(TypedTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    /** Every tenth row is wrong; half of the rows are predicted as each class. */
    private static String calm(final int i) {
        final String label = i % 2 == 0 ? "a" : "b";
        return i % 10 == 3 ? "%s;%s;%s;0.5 %s".formatted(label, label.equals("a") ? "b" : "a", "0.6;0.6", i % 7)
            : "%s;%s;%s;0.5 %s".formatted(label, label, "0.9;0.9", i % 7);
    }

    /** The same up to row 300; from there on, all is predicted as a, uncertainly. */
    private static String changing(final int i) {
        return i < 300 ? calm(i) : "b;a;0.2;0.8;0.5 " + (20 + i % 7);
    }

    private static Consumer<NodeSettingsWO> settings(final String label, final String embedding,
        final String... detectors) {
        return model -> {
            model.addString("labelColumn", label);
            model.addString("embeddingColumn", embedding);
            final var list = model.addNodeSettings("detectors");
            for (int i = 0; i < detectors.length; i++) {
                list.addNodeSettings(Integer.toString(i)).addString("detector", detectors[i]);
            }
        };
    }

    private int monitor(final int table, final Consumer<NodeSettingsWO> settings) {
        final int monitor = m_workflow.add(DriftMonitorNodeFactory.class, settings);
        m_workflow.connect(table, 1, monitor, 1);
        return monitor;
    }

    private static List<String[]> drifts(final Path events) throws IOException {
        return Files.readAllLines(events).stream().skip(1).map(line -> line.split("\t"))
            .filter(cells -> cells[4].equals("drift")).toList();
    }

    private Path probe(final Class<? extends NodeFactory<?>> kind, final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("output %d of %d".formatted(port, node));
        m_workflow.connect(node, port, m_workflow.add(kind, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
