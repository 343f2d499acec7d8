// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.GuessedNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** Where addresses lead when a workflow is opened by its folder. */
public class PathsTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private String resolved(final String address) throws IOException {
        final var model = new ConfigTree().string("execute", "resolve").string("path", address);
        final var workflow = new WorkflowText().node(1, ClassicSourceNodeFactory.class, model);
        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));
        final var all = m_batch.journal("resolved");
        return all.get(all.size() - 1);
    }

    @Test
    public void nodeKnowsTheFolderOfItsWorkflow() throws IOException {
        final var workflow =
            new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree().string("execute", "locate"));

        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));

        assertEquals(List.of(m_batch.workflow().toString()), m_batch.journal("located"));
    }

    @Test
    public void parametersKnowTheFolderOfTheirWorkflow() throws IOException {
        final var workflow = new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree())
            .node(2, GuessedNodeFactory.class).connect(1, 1, 2, 1);

        assertEquals(SUCCESS, m_batch.load(workflow));

        assertTrue(m_batch.journal("located").contains(m_batch.workflow().toString()));
    }

    @Test
    public void workflowRelativeAddressLeadsIntoTheWorkflow() throws IOException {
        assertEquals(m_batch.workflow().resolve("data/a b.txt").toString(),
            resolved("knime://knime.workflow/data/a%20b.txt"));
    }

    @Test
    public void nodeRelativeAddressLeadsIntoTheNode() throws IOException {
        assertEquals(m_batch.workflow().resolve(WorkflowText.folder(1)).resolve("x").toString(),
            resolved("knime://knime.node/x"));
    }

    @Test
    public void absolutePathAndFileAddressStayAsTheyAre() throws IOException {
        final var file = m_batch.folder().resolve("with blank").resolve("a.txt");

        assertEquals(file.toString(), resolved(file.toString()));
        assertEquals(file.toString(), resolved(file.toUri().toString()));
    }

    @Test
    public void relativePathStartsAtTheProcess() throws IOException {
        assertEquals(Path.of("data", "a.txt").toAbsolutePath(), Path.of(resolved("data/a.txt")).toAbsolutePath());
    }

    @Test
    public void addressOfAnotherMachineIsNoPath() throws IOException {
        assertEquals("null", resolved("http://localhost/a.txt"));
        assertEquals("null", resolved("knime://LOCAL/x"));
    }

    @Test
    public void addressOutsideTheWorkflowIsRefused() throws IOException {
        for (final var address : List.of("knime://knime.workflow/../x", "knime://knime.mountpoint/x",
            "knime://knime.space/x")) {
            assertTrue(address, resolved(address).endsWith("ResourceAccessException"));
        }
    }
}
