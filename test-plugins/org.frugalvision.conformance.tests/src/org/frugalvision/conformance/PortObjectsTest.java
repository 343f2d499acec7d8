// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.DynamicNodeFactory;
import org.frugalvision.conformance.probes.ImagePortReaderNodeFactory;
import org.frugalvision.conformance.probes.ImagePortWriterNodeFactory;
import org.frugalvision.conformance.probes.OptionalInputNodeFactory;
import org.frugalvision.conformance.probes.ThingReaderNodeFactory;
import org.frugalvision.conformance.probes.ThingWriterNodeFactory;
import org.frugalvision.conformance.probes.TwoFilesNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** How other things than tables travel. */
public class PortObjectsTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    @Test
    public void specAndContentOfAThingReachTheNextNode() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, ThingWriterNodeFactory.class)
            .node(2, ThingReaderNodeFactory.class).connect(1, 1, 2, 1), "-failonloaderror", "-nosave"));

        assertTrue(m_batch.journal("spec").contains("round"));
        assertEquals(List.of("content"), m_batch.journal("thing"));
        assertEquals(List.of("A thing of kind round"), m_batch.journal("summary"));
    }

    @Test
    public void thingReachesSeveralNodes() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, ThingWriterNodeFactory.class)
            .node(2, ThingReaderNodeFactory.class).node(3, ThingReaderNodeFactory.class).connect(1, 1, 2, 1)
            .connect(1, 1, 3, 1), "-nosave"));

        assertEquals(List.of("content", "content"), m_batch.journal("thing"));
    }

    @Test
    public void thingCanBeMadeTwice() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, ThingWriterNodeFactory.class)
            .node(2, ThingWriterNodeFactory.class).node(3, ThingReaderNodeFactory.class).connect(1, 1, 3, 1),
            "-nosave"));

        assertEquals(List.of("content"), m_batch.journal("thing"));
    }

    @Test
    public void workflowWithAThingIsSavedAndRunsAgain() throws IOException {
        final var workflow = new WorkflowText().node(1, ThingWriterNodeFactory.class)
            .node(2, ThingReaderNodeFactory.class).connect(1, 1, 2, 1);

        assertEquals(SUCCESS, m_batch.run(workflow));
        assertEquals(SUCCESS, m_batch.runAgain("-failonloaderror", "-reset"));

        assertEquals(List.of("content", "content"), m_batch.journal("thing"));
    }

    @Test
    public void nameOfAFileStoreIsUniqueInAnExecution() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, TwoFilesNodeFactory.class), "-nosave"));

        assertEquals(List.of("Duplicate key detected: \"thing\""), m_batch.journal("refused"));
    }

    @Test
    public void imageReachesTheNextNode() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, ImagePortWriterNodeFactory.class)
            .node(2, ImagePortReaderNodeFactory.class).connect(1, 1, 2, 1), "-failonloaderror", "-nosave"));

        assertTrue(m_batch.journal("type").contains("true"));
        assertEquals(List.of("true"), m_batch.journal("bytes"));
        final var summary = m_batch.journal("summary").toString();
        assertTrue(summary, summary.matches("\\[PNG Image [0-9]+ x [0-9]+ with [0-9]+ KB\\]"));
    }

    private static WorkflowText dynamic() {
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree())
            .node(2, DynamicNodeFactory.class).connect(1, 1, 2, 1);
    }

    @Test
    public void groupWithoutPortDoesNotExist() throws IOException {
        assertEquals(SUCCESS, m_batch.run(dynamic(), "-failonloaderror", "-nosave"));

        assertTrue(m_batch.journal("inputs").toString(), m_batch.journal("inputs").stream().allMatch("1"::equals));
    }

    @Test
    public void addedPortExists() throws IOException {
        final var workflow = dynamic().connect(1, 1, 2, 2);
        workflow.settings(2).at("node_creation_config", "More", "port_0").string("object_class",
            "org.knime.core.node.BufferedDataTable");

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));

        assertTrue(m_batch.journal("inputs").toString(), m_batch.journal("inputs").stream().allMatch("2"::equals));
    }

    @Test
    public void optionalInputMayBeOpen() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, OptionalInputNodeFactory.class),
            "-failonloaderror", "-nosave"));

        assertTrue(m_batch.journal("spec").contains("1 null"));
        assertEquals(List.of("null"), m_batch.journal("table"));
    }

    @Test
    public void optionalInputMayBeConnected() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, OptionalInputNodeFactory.class)
            .node(2, ClassicSourceNodeFactory.class, new ConfigTree()).connect(2, 1, 1, 1), "-nosave"));

        assertTrue(m_batch.journal("spec").contains("1 some"));
        assertEquals(List.of("some"), m_batch.journal("table"));
    }
}
