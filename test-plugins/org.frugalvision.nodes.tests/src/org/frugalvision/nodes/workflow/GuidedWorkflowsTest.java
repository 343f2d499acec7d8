// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The shipped workflows that guide through a whole task, each with what it promises. */
public final class GuidedWorkflowsTest {

    private static final int SUCCESS = 0;

    /** For copies of the workflows. */
    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void startsWithAFolderAndEndsWithNamesForNewPictures() throws Exception {
        final var workflow = copy("00 Start here");
        final Path overall = workflow.probe(12, 2);
        final Path mistakes = workflow.probe(12, 5);
        final Path report = workflow.probe(14, 1);
        final Path named = workflow.probe(18, 1);
        final Path explained = workflow.probe(21, 1);

        assertEquals(SUCCESS, workflow.run());

        assertEquals("60", value(overall, 1, "Images"));
        assertTrue(value(overall, 1, "Accuracy"), number(overall, 1, "Accuracy") > 0.8);
        assertEquals(Math.round(60 * (1 - number(overall, 1, "Accuracy"))), names(mistakes).size());
        assertEquals(List.of("Pictures as they are", "Changing pictures"), names(report));
        assertEquals(40, column(explained, "Overlay").stream().filter(image -> image.startsWith("PNG ")).count());
        assertTrue(Files.exists(workflow.folder().resolve("output/network.zip")));
        final List<String> order = List.of("circle", "square", "star", "triangle");
        final List<String> predicted = column(named, "Prediction (label)");
        assertEquals(16, predicted.size());
        final long right = IntStream.range(0, 16).filter(i -> order.get(i % 4).equals(predicted.get(i))).count();
        assertTrue(right + " of 16", right >= 11);
    }

    /** A camera on both sides lets the network learn the water; without its color fish are known in front of a new one. */
    @Test
    public void aRandomSplitPromisesMoreThanANewCameraHolds() throws Exception {
        final var workflow = copy("26 Underwater sites");
        final Path training = workflow.probe(4, 1);
        final Path test = workflow.probe(4, 2);
        final Path overall = workflow.probe(16, 2);

        assertEquals(SUCCESS, workflow.run());

        final var cameras = new TreeSet<>(column(training, "group"));
        cameras.retainAll(column(test, "group"));
        assertEquals("cameras on both sides", Set.of(), cameras);
        assertEquals(List.of("Cameras on both sides", "A new camera", "A new camera, gray world"), names(overall));
        final double fresh = number(overall, 2, "Balanced accuracy");
        assertTrue("" + fresh, number(overall, 1, "Balanced accuracy") > fresh + 0.05);
        assertTrue("" + fresh, number(overall, 3, "Balanced accuracy") > fresh + 0.1);
    }

    @Test
    public void onlyChangingDigitsAreReadInChalk() throws Exception {
        final var workflow = copy("27 Digits of another script");
        final Path training = workflow.probe(3, 1);
        final Path test = workflow.probe(3, 2);
        final Path overall = workflow.probe(16, 2);

        assertEquals(SUCCESS, workflow.run());

        final var writers = new TreeSet<>(column(training, "group"));
        assertEquals(15, writers.size());
        writers.retainAll(column(test, "group"));
        assertEquals("writers on both sides", Set.of(), writers);
        assertEquals(List.of("As they are, ink", "As they are, chalk", "Changing, ink", "Changing, chalk"),
            names(overall));
        assertTrue(number(overall, 1, "Accuracy") > 0.8);
        assertTrue(number(overall, 2, "Accuracy") < 0.5);
        assertTrue(number(overall, 3, "Accuracy") > 0.8);
        assertTrue(number(overall, 4, "Accuracy") > 0.8);
    }

    /** Who is in front hangs on the seed, so only what makes the comparison fair is asserted. */
    @Test
    public void methodsStandBesideATunedBaselineOfTheSameCost() throws Exception {
        final var workflow = copy("25 Small data, fair comparison");
        final Path tuning = workflow.probe(14, 2);
        final Path overall = workflow.probe(35, 2);
        final Path comparison = workflow.probe(35, 8);
        final Path report = workflow.probe(40, 1);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(List.of("Tuning, rate 0.0003", "Tuning, rate 0.001", "Tuning, rate 0.003"), names(tuning));
        assertEquals(List.of("60", "60", "60"), column(tuning, "Images"));
        assertEquals(List.of("Tuned baseline", "Label smoothing", "Cosine loss", "RandAugment"), names(report));
        for (int row = 1; row <= 4; row++) {
            assertTrue(number(overall, row, "Balanced accuracy") > 0.65);
            assertEquals("9000", value(overall, row, "Images trained"));
        }
        assertEquals("300", value(comparison, 1, "Images"));
    }

    @Test
    public void aLongTailIsServedBestByMoreRareImagesAtTheSameCost() throws Exception {
        final var workflow = copy("28 Long tail of plankton");
        final Path rebalanced = workflow.probe(14, 1);
        final Path overall = workflow.probe(17, 2);

        assertEquals(SUCCESS, workflow.run());

        final List<String> kinds = column(rebalanced, "label");
        assertEquals(6 * 120, kinds.size());
        assertEquals(120, kinds.stream().filter("radiolarian"::equals).count());
        assertEquals(List.of("Plain", "Prior correction", "Turned", "Turned, logit adjustment", "Rebalanced"),
            names(overall));
        final double plain = number(overall, 1, "Balanced accuracy");
        assertTrue("" + plain, number(overall, 2, "Balanced accuracy") > plain);
        assertTrue("" + plain, number(overall, 5, "Balanced accuracy") > plain + 0.05);
        assertTrue(number(overall, 5, "Images trained") < 1.02 * number(overall, 1, "Images trained"));
    }

    @Test
    public void anExpertWhoIsAskedCleverlyKnowsMoreThanAtFirst() throws Exception {
        final var workflow = copy("29 Watch a printer");
        final Path first = workflow.probe(5, 1);
        final Path last = workflow.probe(13, 1);
        final Path overall = workflow.probe(20, 2);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(20, names(first).size());
        final var asked = new TreeSet<>(names(last));
        assertEquals("no picture is asked about twice", 60, asked.size());
        assertTrue(asked.containsAll(names(first)));
        assertEquals(List.of("20 labels", "40 labels, asked", "60 labels, asked", "60 labels, random"),
            names(overall));
        assertEquals(List.of("20", "40", "60", "60"), column(overall, "Labels"));
        final double start = number(overall, 1, "Balanced accuracy");
        assertTrue("" + start, number(overall, 3, "Balanced accuracy") > start + 0.15);
        assertTrue(number(overall, 3, "Balanced accuracy") > number(overall, 4, "Balanced accuracy") - 0.05);
    }

    /** Changing patches in every epoch makes more of the same labels; the network's own labels are mostly right. */
    @Test
    public void fewLabelsGoFurtherWhenPatchesChange() throws Exception {
        final var workflow = copy("24 Few labels");
        final Path labeled = workflow.probe(8, 1);
        final Path own = workflow.probe(20, 2);
        final Path overall = workflow.probe(19, 2);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(32, names(labeled).size());
        assertEquals("206", value(own, 1, "Images"));
        assertTrue(number(own, 1, "Accuracy") > 0.55);
        assertEquals(List.of("32 at random", "32 typical", "32 typical, changing", "32 typical, own labels"),
            names(overall));
        final double typical = number(overall, 2, "Balanced accuracy");
        assertTrue("" + typical, number(overall, 3, "Balanced accuracy") > typical + 0.05);
        assertTrue("" + typical, number(overall, 4, "Balanced accuracy") > typical + 0.05);
    }

    private ShippedWorkflow copy(final String name) throws Exception {
        return ShippedWorkflow.copy(name, m_temporary.getRoot().toPath());
    }

    private static List<String> names(final Path table) throws Exception {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[0]).toList();
    }

    private static double number(final Path table, final int row, final String column) throws Exception {
        return Double.parseDouble(value(table, row, column));
    }

    private static String value(final Path table, final int row, final String column) throws Exception {
        return column(table, column).get(row - 1);
    }

    private static List<String> column(final Path table, final String column) throws Exception {
        final List<String> lines = Files.readAllLines(table);
        final int number = List.of(lines.get(0).split("\t")).indexOf(column);
        return lines.stream().skip(1).map(line -> line.split("\t")[number]).toList();
    }
}
