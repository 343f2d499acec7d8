// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The workflows we ship that show how images are read. */
public class ReaderWorkflowsTest {

    private static final int SUCCESS = 0;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void readsFoldersListsAndArchives() throws Exception {
        final var workflow = workflow("05 Read image folders");
        final Path photos = workflow.probe(1, 1);
        final Path missing = workflow.probe(2, 2);
        final Path archive = workflow.probe(3, 1);
        final Path broken = workflow.probe(3, 2);
        final Path training = workflow.probe(5, 1);
        final Path test = workflow.probe(5, 2);
        final Path resized = workflow.probe(7, 1);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(27, column(photos, 0).size());
        for (final String shape : List.of("circle", "square", "triangle")) {
            assertEquals(9, column(photos, 2).stream().filter(shape::equals).count());
        }
        assertEquals(Set.of("site1", "site2", "site3"), new TreeSet<>(column(photos, 3)));
        assertEquals(column(photos, 0), column(resized, 0));
        assertTrue(column(resized, 1).stream().allMatch(image -> image.startsWith("PNG ")));
        assertEquals(List.of("site1/circle/IMG_99.png"), column(missing, 0));
        assertEquals(18, column(archive, 0).size());
        assertEquals(List.of("shapes/circle/broken.png"), column(broken, 0));
        assertEquals("id\timage\tlabel\tgroup\tpath\twidth\theight\tchannels\tbytes\tweather",
            Files.readAllLines(training).get(0));
        final Set<String> cameras = new HashSet<>(column(training, 3));
        cameras.retainAll(column(test, 3));
        assertEquals("cameras on both sides", Set.of(), cameras);
    }

    @Test
    public void readsBenchmarksByTheirNames() throws Exception {
        final var workflow = workflow("06 Read benchmark data");
        final Path training = workflow.probe(1, 1);
        final Path test = workflow.probe(6, 1);
        final Path cifar = workflow.probe(3, 1);
        final Path range = workflow.probe(4, 1);
        final Path archive = workflow.probe(5, 1);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(30, column(training, 0).size());
        assertEquals(12, column(test, 0).size());
        assertEquals("test0", column(test, 0).get(0));
        assertEquals(List.of("airplane", "automobile", "bird"), column(cifar, 2).subList(6, 9));
        assertEquals(List.of("Row3", "Row4", "Row5", "Row6", "Row7", "Row8"), column(range, 0));
        assertEquals("circle", column(range, 2).get(0));
        assertEquals(15, column(archive, 0).size());
        assertTrue(column(archive, 3).stream().allMatch(path -> path.startsWith("shapes/train/")));
    }

    @Test
    public void makesMoreImagesOfTheTrainingPartAlone() throws Exception {
        final var workflow = workflow("08 Augment and look");
        final Path test = workflow.probe(2, 2);
        final Path equal = workflow.probe(3, 1);
        final Path policy = workflow.probe(5, 1);

        assertEquals(SUCCESS, workflow.run());

        assertEquals(7, column(test, 0).size());
        for (final String leaf : List.of("oval", "lobed", "needle")) {
            assertEquals(24, column(equal, 2).stream().filter(leaf::equals).count());
        }
        assertEquals("21 images and 9 copies of each", 210, column(policy, 0).size());
        final Set<String> sources = new TreeSet<>(column(policy, 3));
        assertEquals(21, sources.size());
        sources.retainAll(column(test, 0));
        assertEquals("copies of test images", Set.of(), sources);
    }

    @Test
    public void learnsFromSixBandsAndWritesThemAgain() throws Exception {
        final var workflow = workflow("07 Learn from many bands");
        final Path predictions = workflow.probe(5, 1);
        final Path report = workflow.probe(8, 1);

        assertEquals(SUCCESS, workflow.run());

        final List<String> labels = column(predictions, 3);
        final List<String> predicted = column(predictions, 4);
        assertEquals(9, labels.size());
        assertEquals(labels, predicted);
        assertEquals("16 x 16 pixels, 6 channels, 16 bits", column(predictions, 1).get(0));
        assertEquals(9, column(report, 0).size());
        try (var files = Files.list(workflow.folder().resolve("output/patches/water"))) {
            assertEquals(List.of("Row2.tif", "Row5.tif", "Row8.tif"),
                files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private ShippedWorkflow workflow(final String name) throws IOException {
        return ShippedWorkflow.copy(name, m_temporary.getRoot().toPath());
    }

    private static List<String> column(final Path table, final int number) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[number]).toList();
    }
}
