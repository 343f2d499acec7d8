// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.BAD_ARGUMENTS;
import static org.frugalvision.conformance.Batch.EXECUTION_ERROR;
import static org.frugalvision.conformance.Batch.LOAD_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.frugalvision.conformance.probes.ClassicPassNodeFactory;
import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.ModernSourceNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** What the batch executor understands and answers. */
public class BatchArgumentsTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private static WorkflowText source() {
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree().integer("number", 1));
    }

    @Test
    public void noArgumentIsSuccess() {
        assertEquals(SUCCESS, m_batch.run());
    }

    @Test
    public void unknownOptionIsRefused() throws IOException {
        assertEquals(BAD_ARGUMENTS, m_batch.run(source(), "-bogus"));
        assertEquals(List.of(), m_batch.journal());
    }

    @Test
    public void optionNamesAreCaseSensitive() throws IOException {
        assertEquals(BAD_ARGUMENTS, m_batch.run(source(), "-NOSAVE"));
    }

    @Test
    public void absentFolderIsRefused() {
        assertEquals(BAD_ARGUMENTS, m_batch.run("-workflowDir=" + m_batch.folder().resolve("absent")));
    }

    @Test
    public void badTypeOfVariableIsRefused() throws IOException {
        assertEquals(BAD_ARGUMENTS, m_batch.run(source(), "-workflow.variable=a,b,colour"));
    }

    @Test
    public void badTypeOfOptionIsRefused() throws IOException {
        assertEquals(BAD_ARGUMENTS, m_batch.run(source(), "-option=1,number,5,colour"));
    }

    @Test
    public void optionOfAnAbsentNodeIsIgnored() throws IOException {
        assertEquals(SUCCESS, m_batch.run(source(), "-option=9,number,5,int"));
    }

    @Test
    public void optionOfNoNodeFails() {
        assertThrows(NumberFormatException.class, () -> m_batch.run(source(), "-option=one,number,5,int"));
    }

    @Test
    public void absentPreferencesAreRefused() throws IOException {
        assertEquals(BAD_ARGUMENTS,
            m_batch.run(source(), "-preferences=" + m_batch.folder().resolve("absent.epf")));
    }

    @Test
    public void preferencesAreMerged() throws IOException {
        final var file = m_batch.folder().resolve("some.epf");
        Files.writeString(file, "file_export_version=3.0\n\\!/=\n/instance/org.frugalvision.conformance/colour=red\n");

        assertEquals(SUCCESS, m_batch.run(source(), "-preferences=" + file));

        assertEquals("red", InstanceScope.INSTANCE.getNode("org.frugalvision.conformance").get("colour", "none"));
    }

    @Test
    public void someOptionsAreIgnored() throws IOException {
        assertEquals(SUCCESS, m_batch.run(source(), "-noversioncheck", "-perspective", "-showlocation",
            "-allowdeadlock", "-checkforupdates", "-profilelist", "-profilelocation", "-NoVersionCheck"));
    }

    @Test
    public void emptyWorkflowIsSuccess() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText()));
    }

    @Test
    public void idleNodeIsNoSuccess() throws IOException {
        final var workflow = new WorkflowText().node(1, ClassicPassNodeFactory.class);
        workflow.settings(1).string("state", "IDLE");
        workflow.workflow().string("state", "IDLE");

        assertEquals(EXECUTION_ERROR, m_batch.run(workflow, "-failonloaderror"));
    }

    private static WorkflowText executing(final String what) {
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree().string("execute", what));
    }

    @Test
    public void failedNodeIsNoSuccess() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(executing("fail")));
    }

    @Test
    public void warningIsSuccess() throws IOException {
        assertEquals(SUCCESS, m_batch.run(executing("warn")));
    }

    @Test
    public void noexecuteOnlyOpens() throws IOException {
        assertEquals(SUCCESS, m_batch.run(source(), "-noexecute"));

        assertTrue(m_batch.journal().contains("node configure"));
        assertFalse(m_batch.journal().contains("node execute"));
        assertEquals("CONFIGURED", m_batch.saved(1).text("state"));
    }

    @Test
    public void nosaveLeavesTheFolderAlone() throws IOException {
        final var workflow = source();
        workflow.write(m_batch.workflow());
        final var before = Files.readString(m_batch.workflow().resolve("workflow.knime"));

        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave", "-workflow.variable=a,b,String"));

        assertEquals(before, Files.readString(m_batch.workflow().resolve("workflow.knime")));
        assertEquals(workflow.settings(1), m_batch.saved(1));
    }

    @Test
    public void savesInAnotherFolder() throws IOException {
        final var workflow = source();
        final var other = m_batch.folder().resolve("Other");

        assertEquals(SUCCESS, m_batch.run(workflow, "-option=1,number,5,int", "-destDir=" + other));

        assertEquals(workflow.settings(1), m_batch.saved(1));
        assertEquals("5", saved(other).text("model", "number"));
    }

    @Test
    public void foldersInAnotherFolderAreNamedAfterTheirNodes() throws IOException {
        final var workflow = new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree());
        final var other = m_batch.folder().resolve("Other");

        assertEquals(SUCCESS, m_batch.run(workflow, "-destDir=" + other));

        assertTrue(Files.exists(other.resolve("Modern source (#1)").resolve("settings.xml")));
        assertFalse(Files.exists(other.resolve(WorkflowText.folder(1))));
        assertEquals(SUCCESS, m_batch.run("-workflowDir=" + other, "-failonloaderror", "-reset", "-nosave"));
    }

    private static ConfigTree saved(final Path workflow) throws IOException {
        final var node = ConfigTree.read(workflow.resolve("workflow.knime")).text("nodes", "node_1",
            "node_settings_file");
        return ConfigTree.read(workflow.resolve(node));
    }

    @Test
    public void savesAfterFailedExecution() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(executing("fail"), "-option=1,number,5,int"));

        assertEquals("5", m_batch.saved(1).text("model", "number"));
    }

    @Test
    public void readsAndOverwritesAZip() throws IOException {
        final var zip = Zips.of(source().write(m_batch.workflow()), m_batch.folder().resolve("some.knwf"));

        assertEquals(SUCCESS, m_batch.run("-workflowFile=" + zip, "-option=1,number,5,int"));

        final var unpacked = Zips.unpackOnlyFolder(zip, m_batch.folder().resolve("unpacked"));
        assertEquals("5", saved(unpacked).text("model", "number"));
    }

    @Test
    public void writesAZipRatherThanAFolder() throws IOException {
        final var zip = m_batch.folder().resolve("other.zip");
        final var other = m_batch.folder().resolve("Other");

        assertEquals(SUCCESS, m_batch.run(source(), "-option=1,number,5,int", "-destDir=" + other, "-destFile=" + zip));

        final var unpacked = Zips.unpackOnlyFolder(zip, m_batch.folder().resolve("unpacked"));
        assertEquals("5", saved(unpacked).text("model", "number"));
        assertFalse(Files.exists(other.resolve("workflow.knime")));
    }

    @Test
    public void takesTheFirstChildOfAFolderWithoutWorkflow() throws IOException {
        final var parent = m_batch.folder().resolve("Parent");
        source().write(parent.resolve("Child"));

        assertEquals(SUCCESS, m_batch.run("-workflowDir=" + parent, "-nosave"));

        assertTrue(m_batch.journal().contains("node execute"));
    }

    @Test
    public void emptyFolderCannotBeLoaded() throws IOException {
        final var folder = Files.createDirectory(m_batch.folder().resolve("Empty"));

        assertEquals(LOAD_ERROR, m_batch.run("-workflowDir=" + folder));
    }

    @Test
    public void folderWithAnotherFileCannotBeLoaded() throws IOException {
        final var folder = Files.createDirectory(m_batch.folder().resolve("Strange"));
        Files.writeString(folder.resolve("a.txt"), "a");

        assertEquals(LOAD_ERROR, m_batch.run("-workflowDir=" + folder));
    }

    @Test
    public void absentNodeIsALoadErrorOnRequest() throws IOException {
        final var workflow = new WorkflowText().node(1, "org.example.AbsentNodeFactory");

        assertEquals(LOAD_ERROR, m_batch.run(workflow, "-failonloaderror"));
        assertEquals(EXECUTION_ERROR, m_batch.run(workflow, "-nosave"));
    }
}
