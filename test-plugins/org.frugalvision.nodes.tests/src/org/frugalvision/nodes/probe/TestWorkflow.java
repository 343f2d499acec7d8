// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.BatchExecutor;

/**
 * A workflow written by a test as KNIME would store it, and run by KNIME's batch executor. Nodes get the ids 1, 2, ...
 * in the order in which they are added.
 */
public final class TestWorkflow {

    private record Node(String name, String factory, Consumer<NodeSettingsWO> model) {
    }

    private record Connection(int source, int sourcePort, int target, int targetPort) {
    }

    private final Path m_folder;

    private final Path m_saved;

    private final List<Node> m_nodes = new ArrayList<>();

    /** Per node the variables that control its settings. */
    private final Map<Integer, Map<String, String>> m_controls = new HashMap<>();

    /** Per node the groups of ports with the number of tables that the user added. */
    private final Map<Integer, Map<String, List<Class<?>>>> m_added = new HashMap<>();

    private final List<Connection> m_connections = new ArrayList<>();

    private TestWorkflow(final Path folder) {
        m_folder = folder;
        m_saved = folder.resolveSibling(folder.getFileName() + " saved");
    }

    /** A workflow in a new folder below the given one. */
    public static TestWorkflow in(final Path folder) throws IOException {
        return new TestWorkflow(Files.createTempDirectory(folder, "workflow"));
    }

    public Path folder() {
        return m_folder;
    }

    /** Adds a node with the given model settings; returns its id. */
    public int add(final Class<? extends NodeFactory<?>> factory, final Consumer<NodeSettingsWO> model) {
        m_nodes.add(new Node(factory.getSimpleName(), factory.getName(), model));
        return m_nodes.size();
    }

    /** Adds a node that has never been configured: it guesses its settings. */
    public int add(final Class<? extends NodeFactory<?>> factory) {
        m_nodes.add(new Node(factory.getSimpleName(), factory.getName(), null));
        return m_nodes.size();
    }

    /** Connects data ports, counted from 1 as KNIME stores them. */
    public TestWorkflow connect(final int source, final int sourcePort, final int target, final int targetPort) {
        m_connections.add(new Connection(source, sourcePort, target, targetPort));
        return this;
    }

    /** Lets a flow variable control a setting of a node. */
    public TestWorkflow control(final int node, final String setting, final String variable) {
        m_controls.computeIfAbsent(node, n -> new TreeMap<>()).put(setting, variable);
        return this;
    }

    /** Adds table ports to a group of ports of a node. */
    public TestWorkflow addTables(final int node, final String group, final int tables) {
        return addPorts(node, group, BufferedDataTable.class, tables);
    }

    /** Adds ports of a type to a group of ports of a node. */
    public TestWorkflow addPorts(final int node, final String group, final Class<?> type, final int ports) {
        m_added.computeIfAbsent(node, n -> new TreeMap<>()).put(group, Collections.nCopies(ports, type));
        return this;
    }

    /** Writes the workflow and runs it with more arguments; returns the exit code. The result is saved beside it. */
    public int run(final String... arguments) throws IOException {
        write();
        final List<String> all = new ArrayList<>(List.of("-workflowDir=" + m_folder, "-destDir=" + m_saved, "-reset"));
        all.addAll(List.of(arguments));
        return BatchExecutor.mainRun(all.toArray(String[]::new));
    }

    /** Text and kind of the message that a node was saved with, e.g. "ERROR: Execute failed: ..."; empty if none. */
    public String message(final int node) throws IOException, InvalidSettingsException {
        final var settings = saved(node);
        if (!settings.containsKey("nodecontainer_message")) {
            return "";
        }
        final var message = settings.getConfig("nodecontainer_message");
        return message.getString("type") + ": " + message.getString("message");
    }

    /** The settings of a node as they were saved; KNIME names the folders anew, and the workflow says how. */
    public NodeSettings saved(final int node) throws IOException, InvalidSettingsException {
        return load(m_saved.resolve(load(m_saved.resolve("workflow.knime")).getConfig("nodes")
            .getConfig("node_" + node).getString("node_settings_file")));
    }

    /** The content of a stored file. */
    static NodeSettings load(final Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return (NodeSettings)NodeSettings.loadFromXML(in);
        }
    }

    private String folderName(final int node) {
        return "%s (#%d)".formatted(m_nodes.get(node - 1).name(), node);
    }

    /** Writes the workflow without running it. */
    public void write() throws IOException {
        final var workflow = new NodeSettings("workflow.knime");
        workflow.addString("version", "5.1.0");
        workflow.addString("state", "CONFIGURED");
        workflow.addConfig("workflow_credentials");
        final var nodes = workflow.addConfig("nodes");
        for (int id = 1; id <= m_nodes.size(); id++) {
            final var node = nodes.addConfig("node_" + id);
            node.addInt("id", id);
            node.addString("node_settings_file", folderName(id) + "/settings.xml");
            node.addString("node_type", "NativeNode");
            writeNode(id);
        }
        final var connections = workflow.addConfig("connections");
        for (int i = 0; i < m_connections.size(); i++) {
            final var connection = connections.addConfig("connection_" + i);
            connection.addInt("sourceID", m_connections.get(i).source());
            connection.addInt("destID", m_connections.get(i).target());
            connection.addInt("sourcePort", m_connections.get(i).sourcePort());
            connection.addInt("destPort", m_connections.get(i).targetPort());
        }
        save(workflow, m_folder.resolve("workflow.knime"));
    }

    private void writeNode(final int id) throws IOException {
        Files.createDirectories(m_folder.resolve(folderName(id)));
        final var settings = settings(m_nodes.get(id - 1));
        if (m_controls.containsKey(id)) {
            final var variables = settings.addConfig("variables");
            variables.addString("version", "V_2019_09_13");
            final var tree = variables.addConfig("tree");
            m_controls.get(id).forEach((setting, variable) -> {
                final var control = tree.addConfig(setting);
                control.addString("used_variable", variable);
                control.addString("exposed_variable", null);
            });
        }
        if (m_added.containsKey(id)) {
            final var groups = settings.addConfig("node_creation_config");
            m_added.get(id).forEach((group, types) -> {
                final var ports = groups.addConfig(group);
                for (int i = 0; i < types.size(); i++) {
                    ports.addConfig("port_" + i).addString("object_class", types.get(i).getName());
                }
            });
        }
        save(settings, m_folder.resolve(folderName(id)).resolve("settings.xml"));
    }

    /** The settings of a table probe that has not been executed. */
    static NodeSettings tableProbe(final Path table) {
        return settings(new Node("Table Probe", TableProbeNodeFactory.class.getName(),
            model -> model.addString("text", table.toString())));
    }

    private static NodeSettings settings(final Node node) {
        final var settings = new NodeSettings("settings.xml");
        settings.addConfig("flow_stack");
        settings.addConfig("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        if (node.model() != null) {
            node.model().accept(settings.addNodeSettings("model"));
        }
        // KNIME says nothing of refused settings at an idle node
        settings.addString("state", node.model() == null ? "IDLE" : "CONFIGURED");
        settings.addString("factory", node.factory());
        settings.addString("node-name", node.name());
        settings.addString("node-bundle-name", "Frugal Vision nodes");
        settings.addString("node-bundle-symbolic-name", "org.frugalvision.nodes");
        settings.addString("node-bundle-vendor", "Frugal Vision");
        settings.addBoolean("hasContent", false);
        settings.addConfig("ports");
        final var stores = settings.addConfig("filestores");
        stores.addString("file_store_location", null);
        stores.addString("file_store_id", null);
        return settings;
    }

    static void save(final NodeSettings settings, final Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }
}
