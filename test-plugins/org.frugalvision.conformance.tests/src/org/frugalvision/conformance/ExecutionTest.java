// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.EXECUTION_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.Platform;
import org.frugalvision.conformance.probes.ClassicJoinNodeFactory;
import org.frugalvision.conformance.probes.ClassicPassNodeFactory;
import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.ModernPassNodeFactory;
import org.frugalvision.conformance.probes.ModernSourceNodeFactory;
import org.frugalvision.conformance.probes.RowReaderNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** In which order, at which time and to which end nodes are executed. */
public class ExecutionTest {
    private static final Path CANCEL_FILE = Platform.getLocation().toFile().toPath().resolve(".cancel");

    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private static ConfigTree named(final String name) {
        return new ConfigTree().string("name", name);
    }

    @Test
    public void executesInTheOrderOfTheConnections() throws IOException {
        final var workflow = new WorkflowText().node(1, ClassicJoinNodeFactory.class, named("last"))
            .node(2, ClassicPassNodeFactory.class, named("middle"))
            .node(3, ClassicSourceNodeFactory.class, named("first")).connect(3, 1, 2, 1).connect(2, 1, 1, 1)
            .connect(3, 1, 1, 2);

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));

        final var executions = m_batch.journal().stream().filter(line -> line.endsWith(" execute")).toList();
        assertEquals(List.of("first execute", "middle execute", "last execute"), executions);
    }

    @Test
    public void configuresInTheOrderOfTheConnections() throws IOException {
        final var workflow = new WorkflowText().node(1, ClassicPassNodeFactory.class, named("last"))
            .node(2, ClassicSourceNodeFactory.class, named("first")).connect(2, 1, 1, 1);

        m_batch.load(workflow);

        final var journal = m_batch.journal();
        assertTrue(journal.indexOf("first configure") < journal.indexOf("last configure"));
    }

    @Test
    public void independentNodesRunAtTheSameTime() throws IOException {
        final var workflow = new WorkflowText()
            .node(1, ClassicSourceNodeFactory.class, named("one").string("execute", "meet").string("other", "two"))
            .node(2, ClassicSourceNodeFactory.class, named("two").string("execute", "meet").string("other", "one"));

        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));
    }

    @Test
    public void failedBranchLeavesTheOtherRunning() throws IOException {
        final var workflow = new WorkflowText()
            .node(1, ClassicSourceNodeFactory.class, named("failing").string("execute", "fail"))
            .node(2, ClassicPassNodeFactory.class, named("behind"))
            .node(3, ClassicSourceNodeFactory.class, named("sound"))
            .node(4, ClassicPassNodeFactory.class, named("beyond")).connect(1, 1, 2, 1).connect(3, 1, 4, 1);

        assertEquals(EXECUTION_ERROR, m_batch.run(workflow));

        final var journal = m_batch.journal();
        assertTrue(journal.contains("beyond execute"));
        assertFalse(journal.contains("behind execute"));
        assertTrue(m_batch.savedMessage(1).contains("ERROR"));
        assertEquals("CONFIGURED", m_batch.saved(1).text("state"));
    }

    @Test
    public void modernNodesOfOneKindRunAtTheSameTime() throws IOException {
        final var workflow = new WorkflowText();
        for (var i = 1; i <= 20; i++) {
            workflow.node(i, ModernSourceNodeFactory.class, named("node" + i).integer("number", i));
        }

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));

        for (var i = 1; i <= 20; i++) {
            assertTrue(m_batch.journal("node" + i).containsAll(List.of("number " + i, "execute")));
        }
    }

    @Test
    public void cancelFileStopsEveryNodeAndNothingIsSaved() throws IOException {
        final var workflow = new WorkflowText()
            .node(1, ClassicSourceNodeFactory.class, named("classic").string("execute", "wait").integer("number", 1))
            .node(2, ModernSourceNodeFactory.class, named("modern").string("execute", "wait"));
        final var canceler = new Thread(this::cancelWhenBothWait);
        canceler.setDaemon(true);
        canceler.start();

        final boolean left;
        try {
            assertEquals(EXECUTION_ERROR, m_batch.run(workflow, "-workflow.variable=v,1,int"));
        } finally {
            left = Files.deleteIfExists(CANCEL_FILE);
        }

        assertFalse("the batch executor deletes the file", left);
        final var saved = ConfigTree.read(m_batch.workflow().resolve("workflow.knime"));
        assertEquals(workflow.workflow(), saved);
        assertEquals(workflow.settings(1), m_batch.saved(1));
    }

    private void cancelWhenBothWait() {
        try {
            while (m_batch.journal().stream().filter("waiting"::equals).count() < 2) {
                LockSupport.parkNanos(1_000_000);
            }
            Files.createFile(CANCEL_FILE);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void configureAndExecuteShareTheParameters() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree()),
            "-reset", "-nosave"));

        final var seen = m_batch.journal("parameters");
        assertTrue(seen.toString(), seen.size() >= 3);
        assertEquals(seen.get(seen.size() - 2), seen.get(seen.size() - 1));
    }

    @Test
    public void internalDataIsNoOutput() throws IOException {
        final var workflow =
            new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree().string("execute", "keep"))
                .node(2, RowReaderNodeFactory.class).connect(1, 1, 2, 1);

        assertEquals(SUCCESS, m_batch.run(workflow, "-reset", "-nosave"));

        assertEquals(List.of("[2]"), m_batch.journal("Row2"));
    }

    @Test
    public void modernNodeMayReturnItsInput() throws IOException {
        final var workflow = new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree())
            .node(2, ModernPassNodeFactory.class, new ConfigTree().string("execute", "give input"))
            .node(3, RowReaderNodeFactory.class).connect(1, 1, 2, 1).connect(2, 1, 3, 1);

        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));

        assertEquals(List.of("[1]"), m_batch.journal("Row1"));
    }

    @Test
    public void modernNodeMayKnowNoSpec() throws IOException {
        final var workflow =
            new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree().string("configure", "forget"))
                .node(2, ModernPassNodeFactory.class, named("last")).connect(1, 1, 2, 1);
        workflow.settings(2).string("state", "IDLE");
        workflow.workflow().string("state", "IDLE");

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));

        final var journal = m_batch.journal();
        assertTrue(journal.indexOf("node execute") < journal.indexOf("last configure"));
    }
}
