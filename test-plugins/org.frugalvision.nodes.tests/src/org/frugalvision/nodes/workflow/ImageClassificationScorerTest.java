// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.frugalvision.nodes.evaluate.scorer.ImageClassificationScorerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.ScoreTableProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** The numbers of the Image Classification Scorer, by hand, and what it warns of. */
public class ImageClassificationScorerTest {

    private static final int SUCCESS = 0;

    private static final int OVERALL = 2;

    private static final int CONFUSION = 4;

    private static final int MISTAKES = 5;

    private static final int RELIABILITY = 6;

    private static final int ROC = 7;

    private static final int COMPARISON = 8;

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
        assertEquals("WARNING: " + without("P (Guess=a)"), m_workflow.message(scorer));
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
        assertEquals("WARNING: The classes \"c\", \"d\" have no image and are left out of balanced accuracy and AUC. "
            + without("P (label=a)"), m_workflow.message(scorer));
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
            + "are left out of balanced accuracy and AUC. " + without("P (label=a)")
            + " The table of mistakes lists the worst 1,000 of 3,000.", m_workflow.message(scorer));
    }

    @Test
    public void overallScoresSayHowSureTheyAre() throws Exception {
        final Path overall = overall(scorer(table(TWO_MODELS), "Prediction (label)"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(0.5, number(overall, "Accuracy"), 1e-12);
        assertEquals(0.15004, number(overall, "Accuracy from (95 %)"), 1e-5);
        assertEquals(0.84996, number(overall, "Accuracy to (95 %)"), 1e-5);
        assertEquals(0.5, number(overall, "Weighted F1"), 1e-12);
        assertEquals((2 * 0.0625 + 2 * 0.5625 + 2 * 0.25 + 2 * 0.00390625) / 8, number(overall, "Brier score"), 1e-12);
        assertEquals((Math.abs(1 - 1.5) + 0.5 + 0.0625) / 4, number(overall, "Calibration error"), 1e-12);
    }

    @Test
    public void theConfusionTableHasARowForEachTrueClass() throws Exception {
        final Path confusion = output(scorer(table("""
                label;Prediction (label)[a,b]
                a;a
                a;a
                a;b
                new;b
                """), "Prediction (label)"), CONFUSION);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("id\ta\tb", "a\t2\t1", "b\t0\t0", "new\t0\t1"), rows(confusion));
    }

    @Test
    public void aConfusionTableOfTooManyColumnsIsEmpty() throws Exception {
        final int scorer = scorer(table(IntStream.range(0, 2001).mapToObj(i -> "a;c" + i)
            .collect(Collectors.joining("\n", "label;Prediction (label)\n", ""))), "Prediction (label)");
        final Path confusion = output(scorer, CONFUSION);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(1, rows(confusion).size());
        final String message = m_workflow.message(scorer);
        assertTrue(message, message.contains(
            "The confusion table is empty, because it would have 2,001 columns, above 2,000."));
    }

    /** Losses of r2 and r3: -ln .25 and -ln .5; r1 and r4 are right. */
    @Test
    public void mistakesComeWorstFirstWithTheirImages() throws Exception {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", """
                label Prediction~(label)[a,b] P~(label=a) P~(label=b) image
                r1 a a 0.75 0.25 4x4x1=1
                r2 b a 0.5 0.5 4x4x1=2
                r3 a b 0.25 0.75 4x4x1=3
                r4 b b 0.25 0.75 4x4x1=4
                r5 a b 0.25 0.75 ?
                """));
        final Path mistakes = output(scorer(table, "Prediction (label)"), MISTAKES);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> rows = rows(mistakes);
        assertEquals("id\timage\tTrue class\tPredicted class\tConfidence\tLoss", rows.get(0));
        assertEquals(List.of("r3", "r5", "r2"), rows.stream().skip(1).map(row -> row.split("\t")[0]).toList());
        assertTrue(rows.get(1), rows.get(1).matches("r3\t[^?\t]+\ta\tb\t0\\.75\t1\\.386294\\d+"));
        assertTrue(rows.get(2), rows.get(2).startsWith("r5\t?\ta\tb\t"));
        assertTrue(rows.get(3), rows.get(3).endsWith("\tb\ta\t0.5\t" + Math.log(2)));
    }

    @Test
    public void mistakesWithoutProbabilitiesAndImagesKeepTheirOrder() throws Exception {
        final int scorer = scorer(table("label;Prediction (label)[a,b]\na;b\na;a\nb;a\nb;a"), "Prediction (label)",
            model -> model.addInt("mistakes", 2));
        final Path mistakes = output(scorer, MISTAKES);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("id\tTrue class\tPredicted class\tConfidence\tLoss", "r1\ta\tb\t?\t?", "r3\tb\ta\t?\t?"),
            rows(mistakes));
        assertEquals("WARNING: " + without("P (label=a)") + " The table of mistakes lists the worst 2 of 3.",
            m_workflow.message(scorer));
    }

    /** A class that the network does not know has the probability 0, so its loss is -ln 1e-15. */
    @Test
    public void anUnknownClassIsTheWorstMistake() throws Exception {
        final Path mistakes = output(scorer(table("""
                label;Prediction (label)[a,b];P (label=a);P (label=b)
                a;b;0.125;0.875
                new;b;0.25;0.75
                """), "Prediction (label)"), MISTAKES);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("r2\tnew\tb\t0.75\t" + -Math.log(1e-15), "r1\ta\tb\t0.875\t" + Math.log(8)),
            rows(mistakes).subList(1, 3));
    }

    @Test
    public void twoPredictionsAreComparedOnTheSameImages() throws Exception {
        final int scorer = scorer(table("""
                label;Prediction (label)[a,b];Guess[a,b]
                a;a;a
                a;a;b
                b;b;a
                b;b;a
                a;b;a
                a;b;b
                a;?;a
                ?;a;a
                b;b;?
                """), "Prediction (label)", model -> model.addString("secondPredictionColumn", "Guess"));
        final Path comparison = output(scorer, COMPARISON);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("Prediction (label)", cell(comparison, "First prediction"));
        assertEquals("Guess", cell(comparison, "Second prediction"));
        assertEquals(List.of("6", "1", "3", "1", "1"), List.of(cell(comparison, "Images"),
            cell(comparison, "Both right"), cell(comparison, "Only first right"), cell(comparison, "Only second right"),
            cell(comparison, "Both wrong")));
        assertEquals(2 / 6.0, number(comparison, "Difference"), 1e-12);
        assertEquals("exact binomial", cell(comparison, "Test"));
        assertEquals("?", cell(comparison, "Chi-square"));
        assertEquals(2 * (1 + 4) / 16.0, number(comparison, "p"), 1e-12);
        assertTrue(m_workflow.message(scorer), m_workflow.message(scorer).endsWith(
            "Did not compare 3 of 9 rows, the first is Row \"r7\": a label or a prediction is missing."));
    }

    @Test
    public void manyDiscordantImagesAreTestedByChiSquare() throws Exception {
        final String rows = IntStream.range(0, 30).mapToObj(i -> i < 20 ? "a;a;b" : "a;b;a")
            .collect(Collectors.joining("\n", "label;Prediction (label)[a,b];Guess[a,b]\n", ""));
        final Path comparison = output(scorer(table(rows), "Prediction (label)",
            model -> model.addString("secondPredictionColumn", "Guess")), COMPARISON);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("chi-square with continuity correction", cell(comparison, "Test"));
        assertEquals(9 * 9 / 30.0, number(comparison, "Chi-square"), 1e-12);
        assertEquals(0.100348, number(comparison, "p"), 1e-6);
    }

    @Test
    public void withoutASecondPredictionThereIsNoComparison() throws Exception {
        final Path comparison = output(scorer(table(TWO_MODELS), "Prediction (label)"), COMPARISON);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(1, rows(comparison).size());
    }

    @Test
    public void refusesASecondPredictionThatIsNoColumn() throws Exception {
        final int scorer = scorer(table(TWO_MODELS), "Prediction (label)",
            model -> model.addString("secondPredictionColumn", "Gone"));

        m_workflow.run();
        assertTrue(m_workflow.message(scorer), m_workflow.message(scorer)
            .contains("\"Second prediction column\" must be a column of the table, but is \"Gone\"."));
    }

    /** The true class is the first in r1, the second in r2, and in none of r3's; r4 has one class only. */
    @Test
    public void topAccuracyLooksAtTheMostProbableClasses() throws Exception {
        final Path overall = overall(scorer(table("""
                label;Prediction (label) (2);Top 1 (2);Top 2 (2);Top 1
                a;a;a;b;c
                a;b;b;a;c
                a;c;c;b;c
                a;b;b;?;c
                """), "Prediction (label) (2)"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("2", cell(overall, "k of top-k"));
        assertEquals(0.5, number(overall, "Top-k accuracy"), 0);
    }

    @Test
    public void takesNoTopClassesFromAnotherModel() throws Exception {
        final Path overall = overall(scorer(table("label;Guess;Top 1\na;a;a\na;b;a"), "Guess"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("?", cell(overall, "k of top-k"));
        assertEquals("?", cell(overall, "Top-k accuracy"));
    }

    /** 150 test images, two networks, and as many images that play a fresh test set. */
    @Test
    public void theShippedWorkflowShowsItsMistakes() throws Exception {
        final var workflow = ShippedWorkflow.copy("19 Look at mistakes", m_temporary.getRoot().toPath());
        final Path overall = workflow.probe(11, OVERALL);
        final Path mistakes = workflow.probe(11, MISTAKES);
        final Path comparison = workflow.probe(11, COMPARISON);
        final Path drops = workflow.probe(13, 1);
        final Path line = workflow.probe(13, 2);

        assertEquals(SUCCESS, workflow.run());
        final int wrong = rows(mistakes).size() - 1;
        assertEquals((150 - wrong) / 150.0, number(overall, "Accuracy"), 1e-12);
        assertEquals("3", cell(overall, "k of top-k"));
        assertTrue(number(overall, "Top-k accuracy") > number(overall, "Accuracy"));
        final List<Double> losses =
            rows(mistakes).stream().skip(1).map(row -> Double.valueOf(row.substring(row.lastIndexOf('\t')))).toList();
        assertEquals("worst first", losses.stream().sorted(Comparator.reverseOrder()).toList(), losses);
        assertEquals("150", cell(comparison, "Images"));
        assertEquals(number(overall, "Accuracy"), number(comparison, "Accuracy of the first"), 0);
        assertTrue("too few images tell", number(comparison, "p") > 0.05);
        assertEquals(List.of("Prediction (label)", "Prediction (label) (2)"),
            rows(drops).stream().skip(1).map(row -> row.split("\t")[0]).toList());
        assertEquals("2", cell(line, "Models"));
    }

    @Test
    public void picturesAreDrawnWithAndWithoutProbabilities() throws Exception {
        final int with = scorer(table(TWO_MODELS), "Prediction (label)");
        final int without = scorer(table("label;Prediction (label)[a,b]\na;b"), "Prediction (label)");
        final List<Path> pictures = List.of(picture(with, RELIABILITY), picture(with, ROC),
            picture(without, RELIABILITY), picture(without, ROC));

        assertEquals(SUCCESS, m_workflow.run());
        for (final Path picture : pictures) {
            assertEquals(900, ImageIO.read(picture.toFile()).getWidth());
        }
        assertTrue(Files.size(pictures.get(0)) > 2 * Files.size(pictures.get(2)));
        assertTrue(Files.size(pictures.get(1)) > 2 * Files.size(pictures.get(3)));
    }

    private static String without(final String column) {
        return "Everything that needs probabilities is missing, because the table has no columns \"" + column
            + "\" and so on that belong to the prediction column.";
    }

    private int table(final String text) {
        return m_workflow.add(ScoreTableProbeNodeFactory.class, model -> model.addString("text", text));
    }

    private int scorer(final int table, final String prediction) {
        return scorer(table, prediction, model -> {
        });
    }

    private int scorer(final int table, final String prediction, final Consumer<NodeSettingsWO> more) {
        final int scorer = m_workflow.add(ImageClassificationScorerNodeFactory.class, more.andThen(model -> {
            model.addString("labelColumn", "label");
            model.addString("predictionColumn", prediction);
        }));
        m_workflow.connect(table, 1, scorer, 1);
        return scorer;
    }

    private Path overall(final int scorer) {
        return output(scorer, OVERALL);
    }

    private Path output(final int scorer, final int port) {
        return probe(TableProbeNodeFactory.class, scorer, port);
    }

    private Path picture(final int scorer, final int port) {
        return probe(PictureProbeNodeFactory.class, scorer, port);
    }

    private Path probe(final Class<? extends NodeFactory<?>> probe, final int scorer, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("output %d of %d".formatted(port, scorer));
        m_workflow.connect(scorer, port, m_workflow.add(probe, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static List<String> rows(final Path table) throws IOException {
        return Files.readAllLines(table);
    }

    private static double number(final Path table, final String column) throws IOException {
        return Double.parseDouble(cell(table, column));
    }

    private static String cell(final Path table, final String column) throws IOException {
        final List<String> lines = Files.readAllLines(table);
        return lines.get(1).split("\t")[Arrays.asList(lines.get(0).split("\t")).indexOf(column)];
    }
}
