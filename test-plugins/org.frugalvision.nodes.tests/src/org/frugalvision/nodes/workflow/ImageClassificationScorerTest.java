// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.evaluate.scorer.ImageClassificationScorerNodeFactory;
import org.frugalvision.nodes.probe.ScoreTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The numbers of the Image Classification Scorer, by hand, and what it warns of. */
public class ImageClassificationScorerTest {

    private static final int SUCCESS = 0;

    /** The first model ranks three of four pairs right; the second knows nothing. */
    private static final String TWO_MODELS = """
            label;Prediction (label)[a,b];P (label=a);P (label=b);Prediction (label) (2)[a,b];P (label=a) (2);P (label=b) (2)
            a;a;0.75;0.25;a;0.5;0.5
            a;b;0.25;0.75;a;0.5;0.5
            b;a;0.5;0.5;a;0.5;0.5
            b;b;0.0625;0.9375;a;0.5;0.5
            """;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void scoresEveryModelByItsOwnProbabilities() throws Exception {
        final int table = table(TWO_MODELS);
        final Path first = overall(scorer(table, "Prediction (label)"));
        final Path second = overall(scorer(table, "Prediction (label) (2)"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(0.75, number(first, "Macro AUC"), 1e-12);
        assertEquals(-(Math.log(0.75) + Math.log(0.25) + Math.log(0.5) + Math.log(0.9375)) / 4,
            number(first, "Log loss"), 1e-12);
        assertEquals(0.5, number(second, "Macro AUC"), 1e-12);
        assertEquals(Math.log(2), number(second, "Log loss"), 1e-12);
    }

    @Test
    public void takesNoProbabilitiesFromAnotherModel() throws Exception {
        final int scorer = scorer(table("""
                label;Prediction (label)[a,b];P (label=a);P (label=b);Guess[a,b]
                a;a;0.75;0.25;b
                b;b;0.25;0.75;a
                """), "Guess");
        final Path overall = overall(scorer);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("?", cell(overall, "Macro AUC"));
        assertEquals("?", cell(overall, "Log loss"));
        assertEquals("WARNING: AUC and log loss are missing, because the table has no columns \"P (Guess=a)\" and so "
            + "on that belong to the prediction column.", m_workflow.message(scorer));
    }

    @Test
    public void doesNotMixUpClassesWithEqualEndings() throws Exception {
        final Path overall = overall(scorer(table("""
                label;Prediction (label)[a=b,b];P (label=a=b);P (label=b)
                b;b;0.25;0.75
                a=b;a=b;0.5;0.5
                """), "Prediction (label)"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(-(Math.log(0.75) + Math.log(0.5)) / 2, number(overall, "Log loss"), 1e-12);
        assertEquals(1, number(overall, "Macro AUC"), 1e-12);
    }

    /** KNIME may know the predicted values only: c was never predicted, but has probabilities. */
    @Test
    public void findsProbabilitiesOfClassesThatWereNeverPredicted() throws Exception {
        final int scorer = scorer(table("""
                label;Prediction (label);P (label=a);P (label=b);P (label=c)
                a;a;0.5;0.25;0.25
                b;b;0.25;0.5;0.25
                c;b;0.125;0.625;0.25
                """), "Prediction (label)");
        final Path overall = overall(scorer);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals((2 * Math.log(2) + Math.log(4)) / 3, number(overall, "Log loss"), 1e-12);
        assertEquals("", m_workflow.message(scorer));
    }

    @Test
    public void tellsClassesThatDifferInCapitalsOnly() throws Exception {
        final int scorer = scorer(table("label;Prediction (label)\nCat;Cat\ncat;Cat"), "Prediction (label)");

        assertEquals(SUCCESS, m_workflow.run());
        final String message = m_workflow.message(scorer);
        assertTrue(message, message.contains("Classes \"Cat\" and \"cat\" differ in capitals only, but count as two."));
    }

    /** Truth a: 2 right, 1 as b, 1 as c; truth b: 1 right; c is predicted, but has no image; d never occurs. */
    @Test
    public void macroMeansAreThoseOfScikitLearn() throws Exception {
        final int scorer = scorer(table("""
                label;Prediction (label)[a,b,c,d]
                a;a
                a;a
                a;b
                a;c
                b;b
                """), "Prediction (label)");
        final Path overall = overall(scorer);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals((1 + 0.5 + 0) / 3, number(overall, "Macro precision"), 1e-12);
        assertEquals((2 / 3.0 + 2 / 3.0 + 0) / 3, number(overall, "Macro F1"), 1e-12);
        assertEquals((0.5 + 1) / 2, number(overall, "Balanced accuracy"), 1e-12);
        assertEquals("WARNING: The classes \"c\", \"d\" have no image and are left out of balanced accuracy and AUC.",
            m_workflow.message(scorer));
    }

    @Test
    public void warningsAreShortHoweverManyClassesThereAre() throws Exception {
        final String unknown = IntStream.range(0, 3000).mapToObj(i -> "x" + "y".repeat(i % 60) + i + ";a")
            .collect(Collectors.joining("\n"));
        final int scorer =
            scorer(table("label;Prediction (label)[a,b,c,d,e,f]\na;a\n" + unknown), "Prediction (label)");

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: The network does not know the classes \"x0\", \"x1020\", \"x1080\" and 2,997 more; "
            + "their images count as predicted wrong. The classes \"b\", \"c\", \"d\" and 2 more have no image and "
            + "are left "
            + "out of balanced accuracy and AUC.", m_workflow.message(scorer));
    }

    private int table(final String text) {
        return m_workflow.add(ScoreTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private int scorer(final int table, final String prediction) {
        final int scorer = m_workflow.add(ImageClassificationScorerNodeFactory.class, model -> {
            model.addString("labelColumn", "label");
            model.addString("predictionColumn", prediction);
        });
        m_workflow.connect(table, 1, scorer, 1);
        return scorer;
    }

    private Path overall(final int scorer) {
        final Path file = m_temporary.getRoot().toPath().resolve("scores of " + scorer);
        m_workflow.connect(scorer, 2,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static double number(final Path table, final String column) throws IOException {
        return Double.parseDouble(cell(table, column));
    }

    private static String cell(final Path table, final String column) throws IOException {
        final List<String> lines = Files.readAllLines(table);
        return lines.get(1).split("\t")[Arrays.asList(lines.get(0).split("\t")).indexOf(column)];
    }
}
