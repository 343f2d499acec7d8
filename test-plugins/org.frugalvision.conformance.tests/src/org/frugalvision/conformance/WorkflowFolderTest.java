// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.EXECUTION_ERROR;
import static org.frugalvision.conformance.Batch.LOAD_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.frugalvision.conformance.probes.Broken;
import org.frugalvision.conformance.probes.ClassicPassNodeFactory;
import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.DescribedNodeFactory;
import org.frugalvision.conformance.probes.ModernSourceNodeFactory;
import org.frugalvision.conformance.probes.ThingWriterNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** Which keys a workflow folder needs and what becomes of the others. */
public class WorkflowFolderTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private static final List<String> REQUIRED_OF_WORKFLOW = List.of("state", "workflow_credentials", "nodes",
        "connections", "nodes/node_1/id", "nodes/node_1/node_settings_file", "nodes/node_1/node_type");

    private static final List<String> REQUIRED_OF_NODE = List.of("factory", "node-name", "node-bundle-name",
        "node-bundle-symbolic-name", "node-bundle-vendor", "flow_stack", "state", "hasContent", "ports", "filestores");

    private static WorkflowText pair() {
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree().string("name", "first"))
            .node(2, ClassicPassNodeFactory.class, new ConfigTree().string("name", "second")).connect(1, 1, 2, 1);
    }

    @Test
    public void smallestWorkflowLoads() throws IOException {
        assertEquals(SUCCESS, m_batch.load(pair()));
    }

    @Test
    public void everyRequiredKeyOfTheWorkflowIsRequired() throws IOException {
        for (final var key : REQUIRED_OF_WORKFLOW) {
            final var workflow = pair();
            workflow.workflow().remove(key.split("/"));
            assertEquals(key, LOAD_ERROR, m_batch.load(workflow));
        }
    }

    @Test
    public void everyRequiredKeyOfANodeIsRequired() throws IOException {
        for (final var key : REQUIRED_OF_NODE) {
            final var workflow = pair();
            workflow.settings(1).remove(key);
            assertEquals(key, LOAD_ERROR, m_batch.load(workflow));
        }
    }

    @Test
    public void memoryPolicyOfANodeIsNotRequired() throws IOException {
        final var workflow = pair();
        workflow.settings(1).remove("internal_node_subsettings", "memory_policy");

        assertEquals(SUCCESS, m_batch.load(workflow));
    }

    @Test
    public void newerVersionIsRefusedAndOlderIsRead() throws IOException {
        final var workflow = pair();
        workflow.workflow().string("version", "99.0.0");
        assertEquals(LOAD_ERROR, m_batch.run(workflow, "-nosave"));

        workflow.workflow().string("version", "4.1.0");
        assertEquals(SUCCESS, m_batch.load(workflow));
    }

    @Test
    public void optionalKeysMayBeThere() throws IOException {
        final var workflow = pair();
        workflow.workflow().string("created_by", "5.8.3").bool("created_by_nightly", false).string("name", null)
            .string("customDescription", "some");
        workflow.workflow().at("nodes", "node_1").bool("node_is_meta", false);
        workflow.settings(1).string("node-bundle-version", "0.1.0").string("customDescription", "some")
            .bool("isInactive", false).string("node_file", "settings.xml").string("name", "Probe");
        workflow.settings(1).at("factory_settings");

        assertEquals(SUCCESS, m_batch.load(workflow));
    }

    @Test
    public void badPortIsALoadError() throws IOException {
        assertEquals(LOAD_ERROR, m_batch.load(pair().connect(1, 5, 2, 2)));
    }

    @Test
    public void incompatiblePortsAreALoadError() throws IOException {
        final var workflow = new WorkflowText().node(1, ThingWriterNodeFactory.class)
            .node(2, ClassicPassNodeFactory.class, new ConfigTree()).connect(1, 1, 2, 1);

        assertEquals(LOAD_ERROR, m_batch.load(workflow));
    }

    @Test
    public void statesAreComputedAnew() throws IOException {
        final var workflow = pair();
        workflow.settings(1).string("state", "IDLE");
        workflow.settings(2).string("state", "IDLE");
        workflow.workflow().string("state", "IDLE");

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-noexecute"));
        assertEquals("CONFIGURED", m_batch.saved(1).text("state"));
        assertEquals("CONFIGURED", m_batch.saved(2).text("state"));
    }

    @Test
    public void folderOfANodeKeepsItsName() throws IOException {
        final var workflow = pair();
        workflow.write(m_batch.workflow());
        final var strange = m_batch.workflow().resolve("strange name");
        Files.move(m_batch.workflow().resolve(WorkflowText.folder(1)), strange);
        workflow.workflow().at("nodes", "node_1").string("node_settings_file", "strange name/settings.xml");
        workflow.workflow().write(m_batch.workflow().resolve("workflow.knime"), "workflow.knime");

        assertEquals(SUCCESS, m_batch.runAgain("-option=1,number,5,int"));

        assertEquals("5", ConfigTree.read(strange.resolve("settings.xml")).text("model", "number"));
        assertFalse(Files.exists(m_batch.workflow().resolve(WorkflowText.folder(1))));
    }

    @Test
    public void descriptionOfANodeIsKept() throws IOException {
        final var workflow = pair();
        workflow.settings(1).string("customDescription", "some text");

        assertEquals(SUCCESS, m_batch.run(workflow, "-option=1,number,5,int"));

        assertEquals("some text", m_batch.saved(1).text("customDescription"));
    }

    @Test
    public void savedWorkflowLoadsWithoutError() throws IOException {
        assertEquals(SUCCESS, m_batch.run(pair(), "-option=1,number,5,int"));

        assertEquals(SUCCESS, m_batch.runAgain("-failonloaderror", "-reset", "-nosave"));
    }

    @Test
    public void nodeMayBeDescribedByAFile() throws IOException {
        final var workflow = new WorkflowText().node(1, DescribedNodeFactory.class, new ConfigTree());

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));
    }

    @Test
    public void portGroupsOfAFixedNodeMayHaveOtherNames() throws IOException {
        final var workflow = new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree());
        workflow.settings(1).at("node_creation_config", "Former name");

        assertEquals(SUCCESS, m_batch.load(workflow));
    }

    @Test
    public void settingsOfAViewDoNotDisturb() throws IOException {
        final var workflow = new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree());
        workflow.settings(1).at("view");

        assertEquals(SUCCESS, m_batch.run(workflow, "-failonloaderror"));
    }

    @Test
    public void nodeWhoseFactoryCannotBeCreatedIsMissing() throws IOException {
        for (final var factory : List.of(Broken.AmpersandNodeFactory.class, Broken.TagNodeFactory.class)) {
            final var workflow = new WorkflowText().node(1, factory, new ConfigTree());
            assertEquals(factory.getName(), LOAD_ERROR, m_batch.load(workflow));
            assertEquals(factory.getName(), EXECUTION_ERROR, m_batch.run(workflow, "-nosave"));
        }
        assertEquals(List.of(), m_batch.journal());
    }

    @Test
    public void nodeWithTwoPortsOfOneNameIsLeftOut() throws IOException {
        final var workflow = new WorkflowText().node(1, Broken.SamePortNodeFactory.class, new ConfigTree());

        assertEquals(LOAD_ERROR, m_batch.load(workflow));
        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));
        assertEquals(List.of(), m_batch.journal());
    }

    @Test
    public void nodeThatCannotBeCreatedIsALoadError() throws IOException {
        for (final var factory : List.of(Broken.NamelessPortNodeFactory.class, Broken.TwoTablesNodeFactory.class)) {
            assertEquals(factory.getName(), LOAD_ERROR,
                m_batch.load(new WorkflowText().node(1, factory, new ConfigTree())));
        }
        assertEquals(List.of(), m_batch.journal());
    }
}
