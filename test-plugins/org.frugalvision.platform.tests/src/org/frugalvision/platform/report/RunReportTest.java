// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.BatchExecutor;
import org.knime.core.node.workflow.WorkflowManager;

public class RunReportTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    /** A workflow with one node of a plug-in that nobody has. */
    private void writeWorkflow() throws IOException {
        final var workflow = new NodeSettings("workflow.knime");
        workflow.addString("version", "5.1.0");
        workflow.addString("state", "IDLE");
        workflow.addNodeSettings("workflow_credentials");
        workflow.addNodeSettings("connections");
        final var entry = workflow.addNodeSettings("nodes").addNodeSettings("node_7");
        entry.addInt("id", 7);
        entry.addString("node_settings_file", "Gone (#7)/settings.xml");
        entry.addString("node_type", "NativeNode");
        workflow.saveToXML(new FileOutputStream(new File(m_folder.getRoot(), "workflow.knime")));
        final var node = new NodeSettings("settings.xml");
        node.addString("factory", "com.example.GoneNodeFactory");
        node.addString("node-name", "Gone");
        node.addString("node-bundle-name", "Example");
        node.addString("node-bundle-symbolic-name", "com.example");
        node.addString("node-bundle-vendor", "Example");
        node.saveToXML(new FileOutputStream(new File(m_folder.newFolder("Gone (#7)"), "settings.xml")));
    }

    @Test
    public void tellsHowEveryNodeHasFaredAndWhatWasAskedFor() throws IOException {
        writeWorkflow();
        final var bytes = new ByteArrayOutputStream();
        final var report = new RunReport(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertTrue(report.print("9"));
        assertTrue(report.print("7:3"));
        assertFalse(report.print("seven"));
        WorkflowManager.ROOT.addListener(report);

        try {
            assertEquals(4, BatchExecutor.mainRun("-workflowDir=" + m_folder.getRoot(), "-nosave"));
        } finally {
            WorkflowManager.ROOT.removeListener(report);
        }

        assertEquals(
            List.of("7\tMISSING Gone\tIDLE\t-\t\tWARNING: Node can't be executed - Node \"Gone\" not available "
                + "(provided by \"Example\"; plugin \"com.example\" is not installed)",
                "Output 1 of node 9: there is no such node.", "Output 3 of node 7: the node has 0 output(s)."),
            bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
