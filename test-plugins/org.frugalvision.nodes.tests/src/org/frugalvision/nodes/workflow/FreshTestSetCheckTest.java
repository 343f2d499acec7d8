// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.evaluate.fresh.FreshTestSetCheckNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.ScoreTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** Accuracy on fresh test sets. */
public class FreshTestSetCheckTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final int DROPS = 1;

    private static final int LINE = 2;

    private static final int PICTURE = 3;

    private static final Consumer<NodeSettingsWO> USUAL = model -> {
    };

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    /** 900 of 1,000 and 1,720 of 2,000. */
    @Test
    public void tellsTheDropWithItsIntervals() throws Exception {
        final int check = check(table(rows(500, "a", 450), rows(500, "b", 450)),
            table(rows(1000, "a", 860), rows(1000, "b", 860)), USUAL);
        final Path drops = output(TableProbeNodeFactory.class, check, DROPS);
        final Path line = output(TableProbeNodeFactory.class, check, LINE);
        final Path picture = output(PictureProbeNodeFactory.class, check, PICTURE);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(check));
        assertEquals("Prediction (label)", cell(drops, 1, "id"));
        assertEquals("1000", cell(drops, 1, "Original images"));
        assertEquals("2000", cell(drops, 1, "Fresh images"));
        assertEquals(0.04, number(drops, "Drop"), 1e-12);
        assertEquals(3.105, number(drops, "z"), 5e-4);
        assertEquals(0.0019013387807903389, number(drops, "p"), 1e-12);
        assertEquals(0.015163026885847412, number(drops, "Drop from (95 %)"), 1e-12);
        assertEquals(0.06334188611079303, number(drops, "Drop to (95 %)"), 1e-12);
        assertEquals(0.8441016815696863, number(drops, "Fresh from (95 %)"), 1e-12);
        assertEquals(0, number(drops, "Class shift"), 0);
        assertEquals(0.04, number(drops, "Drop at equal shares"), 1e-12);
        assertEquals("one model makes no line", List.of("Accuracy\t1\t?\t?\t?\t?", "Probit\t1\t?\t?\t?\t?"),
            Files.readAllLines(line).subList(1, 3));
        assertTrue(Files.size(picture) > 5000);
    }

    /** Accuracies .8 and .9, then .7 and .85: slope 1.5, intercept -.5. */
    @Test
    public void severalModelsMakeALine() throws Exception {
        final int check = check(models(20, 16, 18), models(20, 14, 17), USUAL);
        final Path drops = output(TableProbeNodeFactory.class, check, DROPS);
        final Path line = output(TableProbeNodeFactory.class, check, LINE);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(1.5, number(line, "Slope"), 1e-12);
        assertEquals(-0.5, number(line, "Intercept"), 1e-12);
        assertEquals(1, number(line, "Rank correlation"), 1e-12);
        assertEquals(List.of("2", "1"), List.of(cell(drops, 1, "Original rank"), cell(drops, 2, "Original rank")));
        assertEquals(List.of("2", "1"), List.of(cell(drops, 1, "Fresh rank"), cell(drops, 2, "Fresh rank")));
        assertEquals("the smaller p counts twice", 2 * number(drops, "p"), number(drops, "p (Holm)"), 1e-12);
        assertFalse("no interval is missing", Files.readString(drops).contains("?"));
    }

    /** Recalls .9 and .5 in both sets: all of the drop is the mix of classes. */
    @Test
    public void anotherMixOfClassesIsTold() throws Exception {
        final int check = check(table(rows(80, "a", 72), rows(20, "b", 10)),
            table(rows(50, "a", 45), rows(50, "b", 25)), USUAL);
        final Path drops = output(TableProbeNodeFactory.class, check, DROPS);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(0.12, number(drops, "Drop"), 1e-12);
        assertEquals(0.3, number(drops, "Class shift"), 1e-12);
        assertEquals(0, number(drops, "Drop at equal shares"), 1e-12);
        assertEquals("WARNING: The test sets have another mix of classes, which alone changes the accuracy of "
            + "\"Prediction "
            + "(label)\" by 12.0 points: read the drop at equal shares.", m_workflow.message(check));
    }

    @Test
    public void classesOfOneSetOnlyAreTold() throws Exception {
        final int check = check(table(rows(5, "a", 5), rows(5, "b", 5)), table(rows(5, "a", 4), rows(5, "c", 0)),
            USUAL);
        final Path drops = output(TableProbeNodeFactory.class, check, DROPS);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("?", cell(drops, 1, "Drop at equal shares"));
        assertEquals("?", cell(drops, 1, "Drop at equal shares to (95 %)"));
        assertEquals("WARNING: The fresh test set has no image of \"b\", so there is no drop at equal shares. Only the "
            + "fresh test set has images of \"c\".", m_workflow.message(check));
    }

    @Test
    public void aRowWithoutAPredictionIsLeftOutForAllModels() throws Exception {
        final int check = check("""
                label;Prediction (label);Prediction (label) (2)
                a;a;a
                a;a;?
                ?;a;a
                """, models(2, 1, 2), USUAL);
        final Path drops = output(TableProbeNodeFactory.class, check, DROPS);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("1", "1"), List.of(cell(drops, 1, "Original images"), cell(drops, 2, "Original images")));
        assertEquals("missing where all images are right on both sets", "?", cell(drops, 2, "z"));
        assertEquals("WARNING: Of the original test set, skipped 2 of 3 rows, the first is Row \"r2\": the label or a "
            + "prediction is missing.", m_workflow.message(check));
    }

    @Test
    public void theChosenColumnsAreCheckedOnly() throws Exception {
        final String table = "label;Prediction (label);Guess\na;a;b\na;b;a\na;a;a";
        final int check = check(table, table, model -> {
            model.addNodeSettings("models").addNodeSettings("0").addString("predictionColumn", "Guess");
            model.addString("interval", "CLOPPER_PEARSON");
        });
        final Path drops = output(TableProbeNodeFactory.class, check, DROPS);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(2, Files.readAllLines(drops).size());
        assertEquals("Guess", cell(drops, 1, "id"));
        assertEquals(0.0943, number(drops, "Original from (95 %)"), 1e-4);
    }

    @Test
    public void refusesTablesWithoutPredictionsInCommon() throws Exception {
        final int check = check("label;Prediction (label)\na;a", "label;Guess\na;a", USUAL);

        m_workflow.run();
        assertTrue(m_workflow.message(check), m_workflow.message(check).contains("\"Prediction columns\" must be in "
            + "both "
            + "tables, but they share none whose name begins with \"Prediction\"."));
    }

    @Test
    public void refusesAColumnThatOneTableLacks() throws Exception {
        final int check = check("label;Guess\na;a", "label;Prediction (label)\na;a", model -> model
            .addNodeSettings("models").addNodeSettings("0").addString("predictionColumn", "Guess"));

        m_workflow.run();
        assertTrue(m_workflow.message(check), m_workflow.message(check)
            .contains("\"Prediction column (fresh test set)\" must be a column of the table, but is \"Guess\"."));
    }

    @Test
    public void refusesASetWithoutRows() throws Exception {
        final int check = check("label;Prediction (label)\na;a", "label;Prediction (label)", USUAL);

        assertEquals(FAILED, m_workflow.run());
        assertTrue(m_workflow.message(check), m_workflow.message(check)
            .contains("Fresh test set: it must have at least one row, but is empty."));
    }

    private int check(final String original, final String fresh, final Consumer<NodeSettingsWO> more) {
        final int check = m_workflow.add(FreshTestSetCheckNodeFactory.class,
            more.andThen(model -> model.addString("labelColumn", "label")));
        int port = 1;
        for (final String text : List.of(original, fresh)) {
            m_workflow.connect(m_workflow.add(ScoreTableProbeNodeFactory.class, model -> model.addString("text", text)),
                1, check, port++);
        }
        return check;
    }

    private static String table(final String... rows) {
        return String.join("\n", "label;Prediction (label)", String.join("\n", rows));
    }

    /** So many images of a class, of which so many are predicted right. */
    private static String rows(final int images, final String label, final int right) {
        return IntStream.range(0, images).mapToObj(i -> label + ";" + (i < right ? label : "x"))
            .collect(Collectors.joining("\n"));
    }

    /** Images of one class, of which two models predict so many right. */
    private static String models(final int images, final int first, final int second) {
        return IntStream.range(0, images).mapToObj(i -> "a;" + (i < first ? "a" : "x") + ";" + (i < second ? "a" : "x"))
            .collect(Collectors.joining("\n", "label;Prediction (label);Prediction (label) (2)\n", ""));
    }

    private Path output(final Class<? extends NodeFactory<?>> probe, final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("output %d of %d".formatted(port, node));
        m_workflow.connect(node, port, m_workflow.add(probe, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    private static double number(final Path table, final String column) throws IOException {
        return Double.parseDouble(cell(table, 1, column));
    }

    private static String cell(final Path table, final int row, final String column) throws IOException {
        final List<String> lines = Files.readAllLines(table);
        return lines.get(row).split("\t")[Arrays.asList(lines.get(0).split("\t")).indexOf(column)];
    }
}
