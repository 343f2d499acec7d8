// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.BatchExecutor;

/** A copy of a workflow that we ship, with probes attached, run by KNIME's batch executor. */
public final class ShippedWorkflow {

    private static final int FIRST_PROBE = 1000;

    private final Path m_folder;

    private int m_probes;

    private ShippedWorkflow(final Path folder) {
        m_folder = folder;
    }

    /** Copies a workflow into a new folder below the given one, without what it may have written before. */
    public static ShippedWorkflow copy(final String name, final Path into) throws IOException {
        final Path source = Path.of(System.getProperty("frugalvision.repository"), "workflows", name);
        final Path target = Files.createTempDirectory(into, "shipped").resolve(name);
        try (var files = Files.walk(source)) {
            for (final Path file : files.filter(f -> !f.startsWith(source.resolve("output"))).toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
        return new ShippedWorkflow(target);
    }

    public Path folder() {
        return m_folder;
    }

    /** Attaches a probe to a port, counted from 1; returns the file that will hold its table. */
    public Path probe(final int node, final int port) throws IOException, InvalidSettingsException {
        final int id = FIRST_PROBE + m_probes++;
        final Path table = m_folder.resolveSibling("table %d of %d".formatted(port, node));
        final NodeSettings workflow = TestWorkflow.load(m_folder.resolve("workflow.knime"));
        final var entry = workflow.getConfig("nodes").addConfig("node_" + id);
        entry.addInt("id", id);
        entry.addString("node_settings_file", "Probe %d/settings.xml".formatted(id));
        entry.addString("node_type", "NativeNode");
        final var connection = workflow.getConfig("connections").addConfig("connection_" + id);
        connection.addInt("sourceID", node);
        connection.addInt("sourcePort", port);
        connection.addInt("destID", id);
        connection.addInt("destPort", 1);
        TestWorkflow.save(workflow, m_folder.resolve("workflow.knime"));
        TestWorkflow.save(TestWorkflow.tableProbe(table),
            Files.createDirectory(m_folder.resolve("Probe " + id)).resolve("settings.xml"));
        return table;
    }

    /** Runs the workflow; returns the exit code. */
    public int run() {
        return BatchExecutor.mainRun(
            new String[]{"-workflowDir=" + m_folder, "-reset", "-nosave", "-failonloaderror"});
    }
}
