// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The workflows that choose images say what they promise. */
public class SelectionWorkflowsTest {

    private static final int SUCCESS = 0;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    /** 25 of 500 labels are wrong; a random tenth would find 2 or 3 of them. */
    @Test
    public void findsMostWrongLabelsInATenthOfTheImages() throws Exception {
        final var workflow = ShippedWorkflow.copy("16 Suspicious labels", m_temporary.getRoot().toPath());
        final Path all = workflow.probe(1, 1);
        final Path second = workflow.probe(5, 1);
        final Path first = workflow.probe(7, 1);
        final Path report = workflow.probe(11, 2);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(25, wrong(all, false));
        assertEquals(50, lines(first).size() + lines(second).size() - 2);
        final long found = wrong(first, false) + wrong(second, false);
        assertTrue(found + " found", found >= 20);
        final long mended = wrong(first, true) + wrong(second, true);
        assertTrue(mended + " mended", mended >= 18);
        assertEquals(3, lines(report).size() - 1);
    }

    /** Labels that are wrong; or of these those for which the truth is suggested. */
    private static long wrong(final Path table, final boolean suggested) throws IOException {
        final List<String> names = Arrays.asList(lines(table).get(0).split("\t"));
        return lines(table).stream().skip(1).map(line -> line.split("\t"))
            .filter(row -> !row[names.indexOf("label")].equals(row[names.indexOf("group")]))
            .filter(row -> !suggested || row[names.indexOf("Suggested label")].equals(row[names.indexOf("group")]))
            .count();
    }

    /** The second round has the images of the first and as many new ones, both ways. */
    @Test
    public void aRoundOfLabellingAddsImages() throws Exception {
        final var workflow = ShippedWorkflow.copy("17 Which images to label", m_temporary.getRoot().toPath());
        final Path start = workflow.probe(3, 1);
        final Path chosen = workflow.probe(8, 1);
        final Path random = workflow.probe(12, 1);
        final Path report = workflow.probe(15, 2);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(40, keys(start).size());
        for (final Path both : List.of(chosen, random)) {
            assertEquals(keys(start), keys(both).subList(0, 40));
            assertEquals(80, new HashSet<>(keys(both)).size());
        }
        assertEquals(3, lines(report).size() - 1);
    }

    private static List<String> keys(final Path table) throws IOException {
        return lines(table).stream().skip(1).map(line -> line.split("\t")[0]).toList();
    }

    private static List<String> lines(final Path table) throws IOException {
        return Files.readAllLines(table);
    }
}
