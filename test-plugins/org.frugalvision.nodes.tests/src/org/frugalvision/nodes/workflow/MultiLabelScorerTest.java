// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.evaluate.multilabel.MultiLabelScorerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** The Multi-label Scorer, by hand. */
public class MultiLabelScorerTest {

    private static final int SUCCESS = 0;

    private static final int REFUSED = 3;

    private static final int FAILED = 4;

    private static final Consumer<NodeSettingsWO> DEFAULTS = model -> {
    };

    private static final String HEAD = "tags Prediction~(tags) P~(tags=a) P~(tags=b)\n";

    private static final String ROWS = HEAD + "r1 a;b - 0.9 0.3\nr2 b - 0.2 0.6\nr3 - - 0.4 0.1\n";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    /** r1 lacks b: F2 = 5 / (5 + 4); the others are right, the third without any label. */
    @Test
    public void oneThresholdByHand() throws Exception {
        final int scorer = scorer(table(ROWS), DEFAULTS);
        final Path overall = probe(scorer, 1);
        final Path classes = probe(scorer, 2);
        final Path thresholds = probe(scorer, 3);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Took \"tags\" for the label column, which was not chosen.", m_workflow.message(scorer));
        final List<String> scores = Files.readAllLines(overall);
        assertEquals("id\tImages\tF2 by image\tMicro F1\tMacro F1\tMean average precision\tSubset accuracy\tHamming "
            + "loss",
            scores.get(0));
        final String[] one = scores.get(1).split("\t");
        assertEquals("One threshold", one[0]);
        assertNumbers(one, 3, (5.0 / 9 + 2) / 3, 0.8, (1 + 2.0 / 3) / 2, 1, 2.0 / 3, 1.0 / 6);
        assertEquals(2, scores.size());
        final List<String> perClass = Files.readAllLines(classes);
        assertEquals("id\tThreshold\tImages\tPredictions\tTrue positives\tPrecision\tRecall\tF2\tAUC\tAverage "
            + "precision",
            perClass.get(0));
        assertNumbers(perClass.get(1).split("\t"), 0.5, 1, 1, 1, 1, 1, 1, 1, 1);
        assertNumbers(perClass.get(2).split("\t"), 0.5, 2, 1, 1, 1, 0.5, 5.0 / 9, 1, 1);
        assertEquals(List.of("id\tClass\tThreshold", "a\ta\t0.5", "b\tb\t0.5"), Files.readAllLines(thresholds));
    }

    private static void assertNumbers(final String[] words, final double... expected) {
        assertEquals(expected.length + 1, words.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], Double.parseDouble(words[i + 1]), 1e-15);
        }
    }

    /** Of the thresholds from 0.4 to 0.89 that tell a of r1 alone the first is kept, and so 0.1 for b. */
    @Test
    public void thresholdsFoundOnValidationImagesServeOtherTables() throws Exception {
        final int scorer = scorer(table(HEAD + "t1 b;a - 0.41 0.11\nt2 - - 0.39 0.09\n"), DEFAULTS);
        m_workflow.connect(table(ROWS), 1, scorer, 2);
        final Path overall = probe(scorer, 1);
        final Path thresholds = probe(scorer, 3);
        final int other = scorer(table(HEAD + "t1 a - 0.41 0.01\n"), DEFAULTS);
        m_workflow.connect(scorer, 3, other, 3);
        final Path applied = probe(other, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("id\tClass\tThreshold", "a\ta\t0.4", "b\tb\t0.1"), Files.readAllLines(thresholds));
        final List<String> lines = Files.readAllLines(overall);
        assertNumbers(lines.get(1).split("\t"), 2, 0.5, 0, 0, 1, 0.5, 0.5);
        assertEquals("Threshold of each class", lines.get(2).split("\t")[0]);
        assertNumbers(lines.get(2).split("\t"), 2, 1, 1, 1, 1, 1, 0);
        assertEquals(1, Double.parseDouble(Files.readAllLines(applied).get(2).split("\t")[2]), 0);
    }

    @Test
    public void aLabelWithoutValidationImageKeepsItsThreshold() throws Exception {
        final int scorer = scorer(table(ROWS), DEFAULTS);
        m_workflow.connect(table(HEAD + "r1 a - 0.9 0.3\nr2 - - 0.4 0.1\n"), 1, scorer, 2);
        final Path thresholds = probe(scorer, 3);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("b\tb\t0.2", Files.readAllLines(thresholds).get(2));
        assertTrue(m_workflow.message(scorer), m_workflow.message(scorer)
            .endsWith("No validation image has the label \"b\", so the threshold stayed 0.2."));
    }

    /** F1 instead of F2: 2 / (2 + 1) for the image that lacks a label. */
    @Test
    public void betaAndThresholdAreSettings() throws Exception {
        final Path overall = probe(scorer(table(ROWS), model -> model.addDouble("beta", 1)), 1);
        final Path low = probe(scorer(table(ROWS), model -> model.addDouble("labelThreshold", 0.25)), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertTrue(Files.readAllLines(overall).get(0).contains("\tF1 by image\t"));
        assertEquals((2.0 / 3 + 2) / 3, Double.parseDouble(Files.readAllLines(overall).get(1).split("\t")[2]), 1e-15);
        assertEquals((1 + 1 + 0) / 3.0, Double.parseDouble(Files.readAllLines(low).get(1).split("\t")[2]), 1e-15);
    }

    @Test
    public void whatIsNotDefinedIsMissing() throws Exception {
        final int scorer = scorer(table(HEAD + "r1 a - 0.9 0.3\n"), DEFAULTS);
        final Path classes = probe(scorer, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("b\t0.5\t0\t0\t0\t?\t?\t?\t?\t?", Files.readAllLines(classes).get(2));
    }

    @Test
    public void labelsThatTheNetworkDoesNotKnowCountAsMissed() throws Exception {
        final int scorer = scorer(table(HEAD + "r1 a;zebra - 0.9 0.3\n"), DEFAULTS);
        final Path overall = probe(scorer, 1);
        final Path classes = probe(scorer, 2);
        final Path thresholds = probe(scorer, 3);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(5.0 / 9, Double.parseDouble(Files.readAllLines(overall).get(1).split("\t")[2]), 1e-15);
        assertTrue(Files.readAllLines(classes).get(3).startsWith("zebra\t0.2\t1\t0\t0\t?\t0.0\t"));
        assertEquals(3, Files.readAllLines(thresholds).size());
        assertTrue(m_workflow.message(scorer),
            m_workflow.message(scorer).endsWith("The network does not know \"zebra\", which counts as missed."));
    }

    @Test
    public void rowsThatLackSomethingAreSkipped() throws Exception {
        final int scorer = scorer(table(ROWS + "r4 ? - 0.9 0.3\nr5 a;? - 0.9 0.3\nr6 a - ? 0.3\n"), DEFAULTS);
        final Path overall = probe(scorer, 1);
        final int none = scorer(table(HEAD + "r1 ? - 0.9 0.3\n"), DEFAULTS);
        final int empty = scorer(table(HEAD), DEFAULTS);
        final int wrong = scorer(table(HEAD + "r1 a - 1.5 0.3\n"), DEFAULTS);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("3", Files.readAllLines(overall).get(1).split("\t")[1]);
        assertTrue(m_workflow.message(scorer), m_workflow.message(scorer)
            .endsWith("Skipped 3 of 6 rows, the first is Row \"r4\": the label is missing."));
        assertEquals("ERROR: Predictions: no row can be used. Skipped 1 of 1 row, the first is Row \"r1\": the label is"
            + " missing.", m_workflow.message(none));
        assertEquals("ERROR: Predictions: it must have at least one row, but is empty.", m_workflow.message(empty));
        assertEquals("ERROR: Row \"r1\": the probability of \"a\" must be between 0 and 1, but is 1.5.",
            m_workflow.message(wrong));
    }

    @Test
    public void refusesTablesThatDoNotFit() throws Exception {
        final int strings = scorer(table("label Prediction~(label)\nr1 a a"), DEFAULTS);
        final int without = scorer(table("tags Prediction~(tags)\nr1 a a"), DEFAULTS);
        final int chosen = scorer(table(ROWS), model -> model.addString("labelColumn", "P (tags=a)"));
        final int validation = scorer(table(ROWS), DEFAULTS);
        m_workflow.connect(table("tags Prediction~(tags) P~(tags=a)\nr1 a a 0.5"), 1, validation, 2);
        final int both = scorer(table(ROWS), DEFAULTS);
        m_workflow.connect(table(ROWS), 1, both, 2).connect(table("Class Threshold\nr1 a 0.5"), 1, both, 3);
        final int thresholds = scorer(table(ROWS), DEFAULTS);
        m_workflow.connect(table("note Threshold\nr1 a 0.5"), 1, thresholds, 3);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Label column\" must be a column of lists of strings, but the table has none; it has"
            + " \"label\", \"Prediction (label)\".", m_workflow.message(strings));
        assertEquals("WARNING: The table must have the probabilities that belong to \"Prediction (tags)\", but has no "
            + "column"
            + " \"P (tags=class)\" and so on.", m_workflow.message(without));
        assertEquals("WARNING: \"Label column\" must hold lists of strings, but \"P (tags=a)\" holds something else.",
            m_workflow.message(chosen));
        assertEquals("WARNING: \"Validation predictions\" must have the columns of probabilities of the table to "
            + "score, but"
            + " has no \"P (tags=b)\".", m_workflow.message(validation));
        assertEquals("WARNING: \"Given thresholds\" must not be connected together with \"Validation predictions\", "
            + "because"
            + " both give the thresholds of the classes.", m_workflow.message(both));
        assertEquals("WARNING: \"Given thresholds\" must be a column of the table, but is \"Class\".",
            m_workflow.message(thresholds));
    }

    @Test
    public void refusesImpossibleSettingsWhenTheWorkflowIsLoaded() throws Exception {
        for (final Consumer<NodeSettingsWO> wrong : List.<Consumer<NodeSettingsWO>>of(
            model -> model.addDouble("beta", 0), model -> model.addDouble("labelThreshold", 1.1),
            model -> model.addDouble("labelThreshold", Double.NaN))) {
            createWorkflow();
            scorer(table(ROWS), wrong);

            assertEquals(REFUSED, m_workflow.run("-failonloaderror"));
        }
    }

    /** Thresholds found on validation images pay on the test, in the shipped workflow. */
    @Test
    public void theShippedWorkflowGainsByThresholdsOfTheClasses() throws Exception {
        final var workflow =
            ShippedWorkflow.copy("20 Several labels per image", m_temporary.getRoot().toPath());
        final Path overall = workflow.probe(8, 1);
        final Path told = workflow.probe(9, 1);
        final Path again = workflow.probe(10, 1);

        assertEquals(SUCCESS, workflow.run());
        final List<String> lines = Files.readAllLines(overall);
        final double one = Double.parseDouble(lines.get(1).split("\t")[2]);
        final double each = Double.parseDouble(lines.get(2).split("\t")[2]);
        assertEquals("105", lines.get(1).split("\t")[1]);
        assertTrue(one + " " + each, one > 0.75 && each > one + 0.005);
        assertEquals(lines, Files.readAllLines(again));
        assertTrue(Files.readAllLines(told).get(0).contains("\tPrediction (label)\tP (label=agriculture)\t"));
    }

    private int scorer(final int table, final Consumer<NodeSettingsWO> settings) {
        final int scorer = m_workflow.add(MultiLabelScorerNodeFactory.class, settings);
        m_workflow.connect(table, 1, scorer, 1);
        return scorer;
    }

    private int table(final String text) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", text.strip()));
    }

    private Path probe(final int node, final int port) {
        final Path file = m_workflow.folder().resolve("table %d %d".formatted(node, port));
        final int probe =
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
        return file;
    }
}
