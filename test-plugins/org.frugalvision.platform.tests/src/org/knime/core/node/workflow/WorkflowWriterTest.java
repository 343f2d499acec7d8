// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.frugalvision.platform.report.DrawingNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

public class WorkflowWriterTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private Path m_workflow;

    private Path m_copy;

    /** Two nodes named "Draw", the second of which lies where the first would be saved. */
    @Before
    public void writeWorkflow() throws IOException {
        m_workflow = m_folder.newFolder("workflow").toPath();
        m_copy = m_folder.getRoot().toPath().resolve("copy");
        final var workflow = new NodeSettings("workflow.knime");
        workflow.addString("version", "5.1.0");
        workflow.addNodeSettings("connections");
        final var nodes = workflow.addNodeSettings("nodes");
        writeNode(nodes, 1, "first");
        writeNode(nodes, 2, "Draw (#1)");
        writeNode(nodes, 3, "third");
        workflow.saveToXML(new FileOutputStream(m_workflow.resolve("workflow.knime").toFile()));
    }

    private void writeNode(final NodeSettingsWO nodes, final int id, final String folder) throws IOException {
        final var entry = nodes.addNodeSettings("node_" + id);
        entry.addInt("id", id);
        entry.addString("node_settings_file", folder + "/settings.xml");
        entry.addString("node_type", "NativeNode");
        final var node = new NodeSettings("settings.xml");
        node.addString("factory", DrawingNodeFactory.class.getName());
        node.addString("node-name", "Draw");
        node.addString("node-bundle-name", "Example");
        node.addString("node-bundle-symbolic-name", "com.example");
        node.addString("node-bundle-vendor", "Example");
        node.addInt("kept", id);
        node.saveToXML(new FileOutputStream(
            new File(Files.createDirectory(m_workflow.resolve(folder)).toFile(), "settings.xml")));
        Files.writeString(m_workflow.resolve(folder).resolve("notes.txt"), "of node " + id);
    }

    private void saveElsewhere() {
        assertEquals(0, BatchExecutor.mainRun("-workflowDir=" + m_workflow, "-destDir=" + m_copy));
    }

    private Path savedFolder(final int id) throws Exception {
        final var nodes = OpenWorkflow.read(m_copy.resolve("workflow.knime").toFile()).getNodeSettings("nodes");
        return m_copy.resolve(nodes.getNodeSettings("node_" + id).getString("node_settings_file")).getParent();
    }

    private void assertEverythingIsThere() throws Exception {
        for (var id = 1; id <= 3; id++) {
            assertEquals("of node " + id, Files.readString(savedFolder(id).resolve("notes.txt")));
            assertEquals(id, OpenWorkflow.read(savedFolder(id).resolve("settings.xml").toFile()).getInt("kept"));
        }
        assertEquals("Draw (#3)", savedFolder(3).getFileName().toString());
        assertFalse(Files.exists(m_copy.resolve("third")));
    }

    @Test
    public void foldersElsewhereAreNamedAfterNodesWithoutTakingEachOthersPlace() throws Exception {
        saveElsewhere();

        assertEverythingIsThere();
        assertTrue("the original stays", Files.exists(m_workflow.resolve("third/settings.xml")));
    }

    @Test
    public void workflowIsSavedOverAnEarlierOne() throws Exception {
        saveElsewhere();
        saveElsewhere();

        assertEverythingIsThere();
    }
}
