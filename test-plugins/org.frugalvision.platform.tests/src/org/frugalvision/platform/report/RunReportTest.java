// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.BatchExecutor;
import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;
import org.knime.core.node.workflow.WorkflowManager;

public class RunReportTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private final ByteArrayOutputStream m_printed = new ByteArrayOutputStream();

    private final RunReport m_report = new RunReport(new PrintStream(m_printed, true, StandardCharsets.UTF_8));

    /** A workflow of one node. */
    private void writeWorkflow(final String factory, final String name) throws IOException {
        final var workflow = new NodeSettings("workflow.knime");
        workflow.addString("version", "5.1.0");
        workflow.addString("state", "IDLE");
        workflow.addNodeSettings("workflow_credentials");
        workflow.addNodeSettings("connections");
        final var entry = workflow.addNodeSettings("nodes").addNodeSettings("node_7");
        entry.addInt("id", 7);
        entry.addString("node_settings_file", "Node (#7)/settings.xml");
        entry.addString("node_type", "NativeNode");
        workflow.saveToXML(new FileOutputStream(new File(m_folder.getRoot(), "workflow.knime")));
        final var node = new NodeSettings("settings.xml");
        node.addString("factory", factory);
        node.addString("node-name", name);
        node.addString("node-bundle-name", "Example");
        node.addString("node-bundle-symbolic-name", "com.example");
        node.addString("node-bundle-vendor", "Example");
        node.saveToXML(new FileOutputStream(new File(m_folder.newFolder("Node (#7)"), "settings.xml")));
    }

    @Test
    public void tellsHowEveryNodeHasFaredAndWhatWasAskedFor() throws Exception {
        writeWorkflow("com.example.GoneNodeFactory", "Gone");
        final var lines = run(4, "-print=9", "-print=7:3");

        assertEquals(
            List.of("7\tMISSING Gone\tIDLE\t-\t\tWARNING: Node can't be executed - Node \"Gone\" not available "
                + "(provided by \"Example\"; plugin \"com.example\" is not installed)",
                "Output 1 of node 9: there is no such node.", "Output 3 of node 7: the node has 0 output(s)."),
            lines);
        assertTrue(m_report.isComplete());
    }

    private List<String> run(final int code, final String... asked) throws Exception {
        for (final var argument : asked) {
            assertTrue(argument, m_report.takes(argument));
        }
        WorkflowManager.ROOT.addListener(m_report);
        try {
            assertEquals(code, BatchExecutor.mainRun("-workflowDir=" + m_folder.getRoot(), "-nosave"));
        } finally {
            WorkflowManager.ROOT.removeListener(m_report);
        }
        return m_printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    public void savesPicturesNamedAfterNodeAndPort() throws Exception {
        writeWorkflow(DrawingNodeFactory.class.getName(), "Draw");
        final var folder = m_folder.getRoot().toPath().resolve("some/pictures");

        final var lines = run(0, "-pictures=" + folder);

        assertEquals(List.of("Picture 1 of node 7: " + folder.resolve("Draw (#7) 1 One.png"),
            "Picture 2 of node 7: " + folder.resolve("Draw (#7) 2 Two_2.png")), lines.subList(1, lines.size()));
        assertEquals(1, ImageIO.read(folder.resolve("Draw (#7) 1 One.png").toFile()).getWidth());
        assertEquals(2, ImageIO.read(folder.resolve("Draw (#7) 2 Two_2.png").toFile()).getWidth());
        assertTrue(m_report.isComplete());
    }

    @Test
    public void pictureThatCannotBeSavedIsTold() throws Exception {
        writeWorkflow(DrawingNodeFactory.class.getName(), "Draw");
        final var folder = m_folder.newFile("file").toPath().resolve("pictures");

        final var lines = run(0, "-pictures=" + folder);

        assertEquals(3, lines.size());
        assertTrue(lines.get(1), lines.get(1).startsWith("Picture 1 of node 7 cannot be saved: "));
        assertFalse(m_report.isComplete());
    }

    @Test
    public void savesViewsOpenedOnWhatWasKept() throws Exception {
        writeWorkflow(DrawingNodeFactory.class.getName(), "Draw");
        final var folder = m_folder.getRoot().toPath().resolve("some/views");

        final var lines = run(0, "-views=" + folder, "-outputs=" + folder);

        final var page = folder.resolve("Draw (#7) view.html");
        assertEquals("pictures are no rows", List.of("View of node 7: " + page), lines.subList(1, lines.size()));
        assertEquals("<html>2 kept</html>", Files.readString(page));
    }

    @Test
    public void whatCannotBeAskedForIsRefused() throws Exception {
        for (final var wrong : List.of("-print", "-print=", "-print=seven")) {
            assertEquals("Option '" + wrong + "' must be -print=NODE or -print=NODE:PORT with numbers.",
                assertThrows(IllegalOptionException.class, () -> m_report.takes(wrong)).getMessage());
        }
        final var file = m_folder.newFile("file");
        for (final var option : List.of("-pictures", "-outputs", "-views")) {
            for (final var wrong : List.of(option, option + "=", option + "=" + file)) {
                assertEquals(
                    "Option '%s' must be %s=FOLDER with a folder, which need not exist.".formatted(wrong, option),
                    assertThrows(IllegalOptionException.class, () -> m_report.takes(wrong)).getMessage());
            }
        }
        assertFalse(m_report.takes("-nosave"));
    }
}
