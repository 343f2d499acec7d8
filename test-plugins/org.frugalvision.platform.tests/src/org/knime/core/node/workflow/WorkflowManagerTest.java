// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.internal.ReferencedFile;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.SampleNode.Work;
import org.knime.core.util.FileUtil;
import org.knime.core.util.LockFailedException;

public class WorkflowManagerTest {

    private static final Work NOTHING = exec -> { };

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private File m_directory;

    private WorkflowManager m_workflow;

    @Before
    public void openAnEmptyWorkflow() throws Exception {
        m_directory = m_folder.newFolder("My flow");
        final var settings = new NodeSettings("workflow.knime");
        settings.addString("version", "5.1.0");
        settings.addString("state", "CONFIGURED");
        settings.addString("unknown", "kept");
        for (final var key : List.of("workflow_credentials", "nodes", "connections")) {
            settings.addNodeSettings(key);
        }
        settings.saveToXML(new FileOutputStream(new File(m_directory, "workflow.knime")));
        m_workflow = load();
    }

    private WorkflowManager load() throws Exception {
        return WorkflowManager.loadProject(m_directory, new ExecutionMonitor(), WorkflowLoadHelper.INSTANCE)
            .getWorkflowManager();
    }

    @After
    public void close() {
        if (WorkflowManager.ROOT.getNodeContainers().contains(m_workflow)) {
            WorkflowManager.ROOT.removeProject(m_workflow.getID());
        }
    }

    private NativeNodeContainer add(final int id, final SampleNode model) {
        final var node = new NativeNodeContainer(m_workflow, m_workflow.getID().createChild(id),
            new ReferencedFile(new File(m_directory, "Sample (#" + id + ")")), new Node(new SampleNodeFactory(model)),
            new NodeSettings("settings.xml"));
        m_workflow.graph().add(node);
        return node;
    }

    private boolean connect(final NativeNodeContainer source, final int port, final NativeNodeContainer dest,
        final int destPort) {
        return m_workflow.graph().connect(new ConnectionContainer(source.getID(), port, dest.getID(), destPort));
    }

    @Test(timeout = 30_000)
    public void independentNodesRunAtTheSameTime() {
        final var both = new CyclicBarrier(2);
        final Work meet = exec -> both.await(20, TimeUnit.SECONDS);
        add(1, new SampleNode(0, meet));
        add(2, new SampleNode(0, meet));
        m_workflow.resetAndConfigureAll();

        assertTrue(m_workflow.executeAllAndWaitUntilDone());
    }

    @Test
    public void aFailureStopsItsBranchOnly() {
        final var source = add(1, new SampleNode(0, NOTHING));
        final var failing = add(2, new SampleNode(1, exec -> {
            throw new IllegalStateException("asked to fail");
        }));
        final var behind = add(3, new SampleNode(1, NOTHING));
        final var beside = add(4, new SampleNode(1, NOTHING));
        connect(source, 1, failing, 1);
        connect(failing, 1, behind, 1);
        connect(source, 1, beside, 1);
        m_workflow.resetAndConfigureAll();

        assertFalse(m_workflow.executeAllAndWaitUntilDone());

        assertEquals(InternalNodeContainerState.CONFIGURED, failing.getNodeContainerState());
        assertEquals(NodeMessage.newError("Execute failed: asked to fail"), failing.getNodeMessage());
        assertNull(failing.getOutputObject(1));
        assertEquals(InternalNodeContainerState.CONFIGURED, behind.getNodeContainerState());
        assertEquals(InternalNodeContainerState.EXECUTED, beside.getNodeContainerState());
        assertEquals(InternalNodeContainerState.CONFIGURED, m_workflow.getNodeContainerState());
    }

    @Test
    public void nodesRunOnThreadsNamedLikeThem() {
        final var names = new ArrayList<String>();
        final var model = new SampleNode(0, exec -> names.add(Thread.currentThread().getName()));
        final var node = add(7, model);
        m_workflow.resetAndConfigureAll();

        m_workflow.executeAllAndWaitUntilDone();

        assertEquals(List.of("KNIME-Worker-0-" + node.getNameWithID()), names);
        assertEquals(List.of("reset", "configure", "execute " + node.getNameWithID()), model.calls());
    }

    @Test(timeout = 30_000)
    public void cancelStopsNodesThatAskAndStartsNoMore() throws Exception {
        final var running = new CountDownLatch(1);
        final var source = add(1, new SampleNode(0, exec -> {
            running.countDown();
            while (true) {
                exec.checkCanceled();
                Thread.onSpinWait();
            }
        }));
        final var model = new SampleNode(1, NOTHING);
        connect(source, 1, add(2, model), 1);
        m_workflow.resetAndConfigureAll();
        final var execution = new Thread(m_workflow::executeAllAndWaitUntilDone);
        execution.start();
        running.await();

        m_workflow.cancelExecution();

        execution.join();
        assertEquals(InternalNodeContainerState.CONFIGURED, source.getNodeContainerState());
        assertEquals(NodeMessage.newWarning("Execution canceled"), source.getNodeMessage());
        assertEquals(List.of("reset", "configure"), model.calls());
    }

    @Test
    public void aNodeBehindUnknownSpecsIsConfiguredAfterExecutionAndStoredAsIdle() throws Exception {
        final var model = new SampleNode(1, NOTHING);
        final var source = add(1, new SampleNode(0, false, NOTHING));
        final var behind = add(2, model);
        connect(source, 1, behind, 1);
        m_workflow.resetAndConfigureAll();
        assertEquals(InternalNodeContainerState.IDLE, behind.getNodeContainerState());
        assertEquals(List.of("reset"), model.calls());

        assertTrue(m_workflow.executeAllAndWaitUntilDone());
        assertTrue(new File(m_directory, "Sample (#1)").mkdir());
        assertTrue(new File(m_directory, "Sample (#2)").mkdir());
        m_workflow.save(m_directory, new ExecutionMonitor(), true);

        assertEquals("CONFIGURED", stored("Sample (#1)/settings.xml").getString("state"));
        assertEquals("IDLE", stored("Sample (#2)/settings.xml").getString("state"));
        assertEquals("IDLE", stored("workflow.knime").getString("state"));
    }

    private NodeSettings stored(final String file) throws Exception {
        return OpenWorkflow.read(new File(m_directory, file));
    }

    @Test
    public void variablesTravelAlongTheConnections() {
        final var seen = new ArrayList<Object>();
        final var source = add(1, new SampleNode(0, NOTHING));
        final var models = new SampleNode[1];
        models[0] = new SampleNode(0, exec -> {
            seen.add(models[0].peekFlowVariableInt("from configure"));
            seen.add(models[0].peekFlowVariableString("of the workflow"));
        });
        connect(source, 0, add(2, models[0]), 0);
        m_workflow.addWorkflowVariables(false, new FlowVariable("of the workflow", "x"));

        assertTrue(m_workflow.executeAllAndWaitUntilDone());

        assertEquals(List.of(1, "x"), seen);
    }

    @Test
    public void newSettingsReachTheNodeAndWhatIsBehindIt() throws Exception {
        final var source = add(1, new SampleNode(0, NOTHING));
        final var behind = add(2, new SampleNode(1, NOTHING));
        connect(source, 1, behind, 1);
        m_workflow.resetAndConfigureAll();
        m_workflow.executeAllAndWaitUntilDone();
        final var settings = new NodeSettings("settings");
        m_workflow.saveNodeSettings(source.getID(), settings);
        settings.getNodeSettings("model").addInt("number", 5);

        m_workflow.loadNodeSettings(source.getID(), settings);

        assertEquals(InternalNodeContainerState.CONFIGURED, behind.getNodeContainerState());
        assertTrue(m_workflow.executeAllAndWaitUntilDone());
        try (var rows = ((BufferedDataTable)source.getOutputObject(1)).iterator()) {
            assertEquals("5", rows.next().getCell(0).toString());
        }
    }

    @Test
    public void refusedSettingsLeaveTheNodeAsItWas() throws Exception {
        final var node = add(1, new SampleNode(0, NOTHING));
        m_workflow.resetAndConfigureAll();
        final var settings = new NodeSettings("settings");
        settings.addNodeSettings("model").addInt("number", -1);

        assertEquals("\"Number\" must not be negative.", assertThrows(InvalidSettingsException.class,
            () -> m_workflow.loadNodeSettings(node.getID(), settings)).getMessage());

        assertEquals(1, node.modelSettings().getInt("number"));
        assertEquals(InternalNodeContainerState.CONFIGURED, node.getNodeContainerState());
    }

    @Test
    public void connectionsThatCannotBeAreRefused() {
        final var source = add(1, new SampleNode(0, NOTHING));
        final var middle = add(2, new SampleNode(1, NOTHING));
        final var end = add(3, new SampleNode(1, NOTHING));

        assertTrue(connect(source, 1, middle, 1));
        assertTrue(connect(middle, 1, end, 1));
        assertFalse("no such output", connect(source, 5, end, 1));
        assertFalse("no such input", connect(source, 1, end, 2));
        assertFalse("input is taken", connect(source, 1, end, 1));
        assertFalse("a table is no variable", connect(source, 1, end, 0));
        assertFalse("a cycle", connect(end, 0, source, 0));
        assertFalse("the node itself", connect(source, 0, source, 0));
        assertEquals("[1(5) -> 2( 2)]",
            new ConnectionContainer(source.getID(), 5, middle.getID(), 2).toString());
    }

    @Test
    public void anOpenWorkflowIsLocked() throws Exception {
        assertThrows(LockFailedException.class, this::load);

        WorkflowManager.ROOT.removeProject(m_workflow.getID());
        assertFalse(new File(m_directory, ".knimeLock").exists());
        m_workflow = load();
        assertTrue(new File(m_directory, ".knimeLock").exists());
    }

    @Test
    public void closingDeletesTemporaryFilesAndDisposesNodes() throws Exception {
        final var files = new ArrayList<File>();
        final var model = new SampleNode(0, exec -> files.add(FileUtil.createTempFile("abc", ".tmp")));
        add(1, model);
        m_workflow.resetAndConfigureAll();
        m_workflow.executeAllAndWaitUntilDone();
        final var temporary = m_workflow.getContextV2().getExecutorInfo().getTempFolder();
        assertTrue(temporary.getFileName().toString().startsWith("knime_My flow_"));
        assertEquals(temporary, files.get(0).toPath().getParent());

        WorkflowManager.ROOT.removeProject(m_workflow.getID());

        assertFalse(Files.exists(temporary));
        assertEquals("dispose", model.calls().get(model.calls().size() - 1));
    }

    @Test
    public void savingElsewhereTakesEverythingAlong() throws Exception {
        Files.writeString(m_directory.toPath().resolve("notes.txt"), "mine");
        m_workflow.addWorkflowVariables(true, new FlowVariable("v", 3));
        final var copy = new File(m_folder.getRoot(), "copy");

        m_workflow.save(copy, new ExecutionMonitor(), true);

        assertEquals("mine", Files.readString(copy.toPath().resolve("notes.txt")));
        final var settings = OpenWorkflow.read(new File(copy, "workflow.knime"));
        assertEquals("kept", settings.getString("unknown"));
        assertEquals(3, settings.getNodeSettings("workflow_variables").getNodeSettings("Var_0").getInt("value"));
        assertFalse(new File(copy, ".knimeLock").exists());
        assertEquals("the original stays", false, stored("workflow.knime").containsKey("workflow_variables"));
    }
}
