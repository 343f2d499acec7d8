// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.platform.report.RunProgress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.Node;
import org.knime.core.node.NodeSettings;

public class RunProgressTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private final List<String> m_told = new ArrayList<>();

    private final List<String> m_running = new ArrayList<>();

    private final RunProgress m_progress = new RunProgress(m_told::add);

    private WorkflowManager m_workflow;

    @Before
    public void open() throws Exception {
        final var settings = new NodeSettings("workflow.knime");
        settings.addString("version", "5.1.0");
        settings.saveToXML(new FileOutputStream(m_folder.newFile("workflow.knime")));
        m_workflow = WorkflowManager
            .loadProject(m_folder.getRoot(), new ExecutionMonitor(), WorkflowLoadHelper.INSTANCE).getWorkflowManager();
    }

    @After
    public void close() {
        WorkflowManager.ROOT.removeProject(m_workflow.getID());
    }

    private NativeNodeContainer add(final int id, final int inputs, final SampleNode.Work work) {
        final var node = new NativeNodeContainer(m_workflow, m_workflow.getID().createChild(id),
            new ReferencedFile(new File(m_folder.getRoot(), "Sample (#" + id + ")")),
            new Node(new SampleNodeFactory(new SampleNode(inputs, work))), new NodeSettings("settings.xml"));
        m_workflow.graph().add(node);
        return node;
    }

    private void execute() {
        m_progress.workflowChanged(
            new WorkflowEvent(WorkflowEvent.Type.NODE_ADDED, m_workflow.getID(), null, m_workflow));
        m_workflow.resetAndConfigureAll();
        m_workflow.executeAllAndWaitUntilDone();
    }

    private void assertTold(final String... patterns) {
        assertEquals(m_told.toString(), patterns.length, m_told.size());
        for (var i = 0; i < patterns.length; i++) {
            assertTrue(m_told.get(i), m_told.get(i).matches(patterns[i]));
        }
    }

    @Test
    public void everyNodeIsToldWhenItHasRun() {
        final var first = add(1, 0, exec -> { });
        final var second = add(2, 1, exec -> {
            throw new IllegalStateException("asked to fail");
        });
        m_workflow.graph().connect(new ConnectionContainer(first.getID(), 1, second.getID(), 1));

        execute();

        assertTold("Sample \\(#1\\): executed in [0-9]+\\.[0-9]{2} s, 1 of 2 nodes",
            "Sample \\(#2\\): stopped after [0-9]+\\.[0-9]{2} s");
    }

    @Test
    public void runningNodesTellHowFarTheyAre() {
        add(1, 0, exec -> {
            m_running.add(m_progress.running());
            exec.setProgress("reading");
            m_running.add(m_progress.running());
            exec.setProgress(0.259, "drawing");
            m_running.add(m_progress.running());
        });

        execute();

        assertEquals(List.of("Sample (#1)", "Sample (#1) reading", "Sample (#1) 25 % drawing"), m_running);
        assertEquals("nobody runs any more", "", m_progress.running());
    }
}
