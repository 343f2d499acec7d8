// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.frugalvision.nodes.read.writer.ImageWriterNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Images as files. */
public class ImageWriterTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private Path m_output;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_output = m_workflow.folder().resolve("output");
    }

    @Test
    public void writesAFolderPerClassWithNamesForEverySystem() throws Exception {
        final int writer = writer("""
                image label
                train/one.jpg 4x4x1 CON
                test/one.png 4x4x3 con
                Two:2 4x4x4 T-shirt/top
                three 4x4x1 ?
                test/two 4x4x1 CON
                other/ONE.gif 4x4x1 CON
                """, model -> {
        });
        final Path report = probe(writer);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("T-shirt_top/Two_2.png", "_CON/ONE (2).png", "_CON/one.png", "_CON/two.png",
            "_con (2)/one.png", "three.png"), written());
        final List<String> lines = Files.readAllLines(report);
        assertEquals("id\tpath\tbytes\tproblem", lines.get(0));
        assertEquals("train/one.jpg\t%s\t%d\t?".formatted(m_output.resolve("_CON/one.png"),
            Files.size(m_output.resolve("_CON/one.png"))), lines.get(1));
        assertEquals(7, lines.size());
        assertEquals("", m_workflow.message(writer));
    }

    @Test
    public void writtenImagesAreReadAgainWithTheSamePixels() throws Exception {
        writer("image label\nr1 5x4x1 a\nr2 3x6x3 b\nr3 2x2x4 b", model -> {
        });
        assertEquals(SUCCESS, m_workflow.run());
        final Path output = m_output;
        createWorkflow();
        final int reader = m_workflow.add(ImageFolderReaderNodeFactory.class,
            model -> {
                model.addString("folder", output.toString());
                model.addString("size", "KEEP");
            });
        final int writer = m_workflow.add(ImageWriterNodeFactory.class,
            model -> model.addString("folder", m_output.toString()));
        m_workflow.connect(reader, 1, writer, 1);

        assertEquals(SUCCESS, m_workflow.run());

        for (final String file : List.of("a/r1.png", "b/r2.png", "b/r3.png")) {
            assertEquals(file, -1, Files.mismatch(output.resolve(file), m_output.resolve(file)));
        }
    }

    @Test
    public void writesNothingIfOneOfTheFilesExists() throws Exception {
        Files.createDirectories(m_output.resolve("b"));
        Files.writeString(m_output.resolve("b/r2.png"), "mine");
        final int writer = writer("image label\nr1 4x4x1 a\nr2 4x4x1 b", model -> {
        });

        assertEquals(FAILED, m_workflow.run());

        assertEquals("ERROR: File \"%s\": the file exists already; nothing was written."
            .formatted(m_output.resolve("b/r2.png")), m_workflow.message(writer));
        assertEquals(List.of("b/r2.png"), written());
        assertEquals("mine", Files.readString(m_output.resolve("b/r2.png")));
    }

    @Test
    public void overwritesOnDemand() throws Exception {
        Files.createDirectories(m_output.resolve("b"));
        Files.writeString(m_output.resolve("b/r2.png"), "mine");
        writer("image label\nr1 4x4x1 a\nr2 4x4x1 b", model -> model.addString("existing", "OVERWRITE"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("a/r1.png", "b/r2.png"), written());
        assertEquals("PNG",
            new String(Files.readAllBytes(m_output.resolve("b/r2.png")), 1, 3, StandardCharsets.US_ASCII));
    }

    @Test
    public void reportsRowsWithoutReadableImage() throws Exception {
        final int writer =
            writer("image\nr1 ?\nr2 4x4x1!\nr3 4x4x1", model -> model.addBoolean("folderPerClass", false));
        final Path report = probe(writer);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals("WARNING: Did not write 2 of 3 rows, the first is Row \"r1\": the image is missing.",
            m_workflow.message(writer));
        assertEquals(List.of("r3.png"), written());
        assertEquals("r1\t?\t?\tthe image is missing", Files.readAllLines(report).get(1));
        assertEquals("r2\t?\t?\tthe image is not readable", Files.readAllLines(report).get(2));
    }

    @Test
    public void refusesAFileInPlaceOfAFolder() throws Exception {
        Files.writeString(m_output, "mine");
        final int writer = writer("image\nr1 4x4x1", model -> model.addBoolean("folderPerClass", false));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Folder\" must name a folder, but \"%s\" is a file.".formatted(m_output),
            m_workflow.message(writer));
    }

    @Test
    public void asksForAFolder() throws Exception {
        final int writer = writer("image\nr1 4x4x1", model -> model.addString("folder", " "));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Folder\" must name a folder, but is empty.", m_workflow.message(writer));
    }

    private int writer(final String rows, final Consumer<NodeSettingsWO> settings) {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
        final int writer = m_workflow.add(ImageWriterNodeFactory.class, model -> {
            model.addString("folder", "output");
            model.addString("labelColumn", "label");
            settings.accept(model);
        });
        m_workflow.connect(table, 1, writer, 1);
        return writer;
    }

    private Path probe(final int node) {
        final Path file = m_temporary.getRoot().toPath().resolve("report");
        final int probe = m_workflow.add(TableProbeNodeFactory.class,
            model -> model.addString("text", file.toString()));
        m_workflow.connect(node, 1, probe, 1);
        return file;
    }

    private List<String> written() throws IOException {
        try (var files = Files.walk(m_output)) {
            return files.filter(Files::isRegularFile)
                .map(file -> m_output.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
