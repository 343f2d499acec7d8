// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.frugalvision.conformance.probes.Journal;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.workflow.BatchExecutor;

/** Runs workflows in folders that are deleted after the test, and knows what their nodes have seen. */
public final class Batch extends ExternalResource {
    static final int SUCCESS = 0;

    static final int BAD_ARGUMENTS = 2;

    static final int LOAD_ERROR = 3;

    static final int EXECUTION_ERROR = 4;

    private final TemporaryFolder m_folder = new TemporaryFolder();

    private Path m_workflow;

    @Override
    protected void before() throws IOException {
        m_folder.create();
        m_workflow = m_folder.getRoot().toPath().toRealPath().resolve("Workflow");
        System.setProperty(Journal.PROPERTY, m_folder.getRoot().toPath().resolve("journal.txt").toString());
    }

    @Override
    protected void after() {
        System.clearProperty(Journal.PROPERTY);
        m_folder.delete();
    }

    /** A folder for the test's own files; the workflow lies in it. */
    Path folder() {
        return m_workflow.getParent();
    }

    /** Where the workflow lies. */
    Path workflow() {
        return m_workflow;
    }

    /** Runs the batch executor with these arguments alone. */
    int run(final String... arguments) {
        return BatchExecutor.mainRun(arguments);
    }

    /** Writes a workflow and runs it with further arguments. */
    int run(final WorkflowText workflow, final String... arguments) throws IOException {
        deleteRecursively(m_workflow);
        workflow.write(m_workflow);
        return runAgain(arguments);
    }

    private static void deleteRecursively(final Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Runs the workflow as it lies there. */
    int runAgain(final String... arguments) {
        final var all = new ArrayList<>(List.of("-workflowDir=" + m_workflow));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    /** Writes a workflow and opens it without running it; any load error counts. */
    int load(final WorkflowText workflow) throws IOException {
        return run(workflow, "-noexecute", "-nosave", "-failonloaderror");
    }

    /** What the nodes have seen, one line each. */
    List<String> journal() throws IOException {
        return Journal.read();
    }

    /** What the nodes have seen of one kind: the rest of the lines that begin with a word and a blank. */
    List<String> journal(final String word) throws IOException {
        return journal().stream().filter(line -> line.startsWith(word + " "))
            .map(line -> line.substring(word.length() + 1)).toList();
    }

    /** The settings of a node as they lie there now. */
    ConfigTree saved(final int id) throws IOException {
        return ConfigTree.read(m_workflow.resolve(WorkflowText.folder(id)).resolve("settings.xml"));
    }

    /** The texts of the message at a node, its type among them. */
    List<String> savedMessage(final int id) throws IOException {
        return saved(id).at("nodecontainer_message").texts();
    }
}
