// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.EXECUTION_ERROR;
import static org.frugalvision.conformance.Batch.LOAD_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import org.frugalvision.conformance.probes.ClassicPassNodeFactory;
import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.RowReaderNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** Which calls a node gets, and in which order. */
public class NodeLifecycleTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private static WorkflowText source(final String... settings) {
        final var model = new ConfigTree();
        for (var i = 0; i < settings.length; i += 2) {
            model.string(settings[i], settings[i + 1]);
        }
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, model);
    }

    /** The calls alone. */
    private List<String> calls() throws IOException {
        return m_batch.journal("node").stream().filter(line -> !line.contains(" ")).toList();
    }

    @Test
    public void openingValidatesTwiceThenLoadsThenConfigures() throws IOException {
        m_batch.load(source());

        assertEquals("constructor", m_batch.journal().get(0));
        assertEquals(List.of("validate", "validate", "load", "configure"), calls().subList(0, 4));
        assertEquals("dispose", calls().get(calls().size() - 1));
    }

    @Test
    public void resetConfiguresAgain() throws IOException {
        m_batch.run(source(), "-reset", "-nosave");

        assertEquals(List.of("validate", "validate", "load", "configure", "reset", "configure", "execute"),
            calls().subList(0, 7));
    }

    @Test
    public void optionLoadsResetsAndConfiguresAgain() throws IOException {
        m_batch.run(source(), "-option=1,number,5,int", "-nosave");

        final var calls = calls().stream().filter(call -> !call.equals("validate")).toList();
        assertEquals(List.of("load", "configure", "reset", "load", "configure", "execute"), calls.subList(0, 6));
    }

    @Test
    public void optionComesAfterReset() throws IOException {
        m_batch.run(source(), "-reset", "-option=1,number,5,int", "-nosave");

        final var numbers = m_batch.journal("node").stream().filter(line -> line.startsWith("number ")).toList();
        assertEquals(List.of("number 0", "number 5"), numbers);
        assertTrue(calls().indexOf("reset") < calls().lastIndexOf("load"));
    }

    @Test
    public void nodeWithoutModelKeepsItsDefaults() throws IOException {
        assertEquals(SUCCESS, m_batch.load(new WorkflowText().node(1, ClassicSourceNodeFactory.class)));

        assertFalse(calls().contains("load"));
    }

    @Test
    public void refusedSettingsAreALoadErrorAndTheNodeGoesOnWithDefaults() throws IOException {
        final var workflow = new WorkflowText().node(1, ClassicSourceNodeFactory.class,
            new ConfigTree().bool("refuse", true).string("execute", "fail"));

        assertEquals(LOAD_ERROR, m_batch.load(workflow));
        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));
        assertFalse(calls().contains("load"));
    }

    @Test
    public void refusedSettingsOfANodeThatWasNotReadyAreIgnored() throws IOException {
        final var idle = refusing();
        idle.settings(1).string("state", "IDLE");
        final var inactive = refusing();
        inactive.settings(1).bool("isInactive", true);

        for (final var workflow : List.of(idle, inactive)) {
            assertEquals(SUCCESS, m_batch.load(workflow));
        }
        assertFalse(calls().contains("load"));
    }

    @Test
    public void refusedSettingsOfAnExecutedNodeAreNoLoadError() throws IOException {
        final var workflow = refusing();
        workflow.settings(1).string("state", "EXECUTED");

        assertEquals(SUCCESS, m_batch.load(workflow));
        assertFalse(calls().contains("load"));
    }

    private static WorkflowText refusing() {
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree().bool("refuse", true));
    }

    @Test
    public void executesOnAWorker() throws IOException {
        m_batch.run(source(), "-nosave");

        final var thread = m_batch.journal("node").stream().filter(line -> line.startsWith("thread ")).findFirst();
        assertTrue(thread.toString(), thread.orElseThrow().startsWith("thread KNIME-Worker-"));
    }

    @Test
    public void internalsAreNotSavedBeforeExecution() throws IOException {
        m_batch.run(source(), "-noexecute");

        assertFalse(calls().contains("saveInternals"));
    }

    @Test
    public void controlledSettingsAreLoadedBeforeEveryConfigure() throws IOException {
        final var workflow =
            new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree().integer("number", 1));

        m_batch.run(workflow.variable("n", "INTEGER", "7").control(1, "n", "number"), "-reset", "-nosave");

        final var calls = calls();
        for (var i = 0; i < calls.size(); i++) {
            if (calls.get(i).equals("configure")) {
                assertEquals(calls.toString(), List.of("validate", "load"), calls.subList(i - 2, i));
            }
        }
        assertTrue(m_batch.journal("node").contains("number 7"));
    }

    @Test
    public void refusalInConfigureLeavesTheNodeIdle() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(source("configure", "refuse")));

        assertEquals("IDLE", m_batch.saved(1).text("state"));
        assertFalse(calls().contains("execute"));
    }

    @Test
    public void exceptionInConfigureLeavesTheNodeIdle() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(source("configure", "break")));

        assertEquals("IDLE", m_batch.saved(1).text("state"));
    }

    @Test
    public void failureLeavesTheNodeConfigured() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(source("execute", "fail")));

        assertEquals("CONFIGURED", m_batch.saved(1).text("state"));
    }

    @Test
    public void nullResultIsAFailure() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(source("execute", "give null")));

        assertEquals("CONFIGURED", m_batch.saved(1).text("state"));
        assertTrue(m_batch.savedMessage(1).toString(), m_batch.savedMessage(1).contains("ERROR"));
    }

    @Test
    public void emptyTableIsSuccess() throws IOException {
        assertEquals(SUCCESS, m_batch.run(source("execute", "give nothing"), "-nosave"));
    }

    @Test
    public void tableOfAnotherSpecIsSuccess() throws IOException {
        assertEquals(SUCCESS, m_batch.run(source("execute", "give something else"), "-nosave"));
    }

    @Test
    public void unknownSpecPostponesTheNextConfigure() throws IOException {
        final var workflow = source("name", "first", "configure", "forget")
            .node(2, ClassicPassNodeFactory.class, new ConfigTree().string("name", "second")).connect(1, 1, 2, 1);
        workflow.settings(2).string("state", "IDLE");
        workflow.workflow().string("state", "IDLE");

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));

        final var journal = m_batch.journal();
        assertTrue(journal.toString(), journal.indexOf("first execute") < journal.indexOf("second configure"));
        assertTrue(journal.contains("second configured [[number]]"));
    }

    @Test
    public void inputTableMayBeReturned() throws IOException {
        assertEquals(SUCCESS, m_batch.run(source().node(2, ClassicPassNodeFactory.class, new ConfigTree())
            .node(3, RowReaderNodeFactory.class).connect(1, 1, 2, 1).connect(2, 1, 3, 1), "-nosave"));

        assertEquals(List.of("[2]"), m_batch.journal("Row2"));
    }
}
