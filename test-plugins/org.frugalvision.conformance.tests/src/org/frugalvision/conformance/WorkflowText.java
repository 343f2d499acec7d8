// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A workflow as a folder of text files that hold exactly the keys KNIME requires. */
final class WorkflowText {
    private final ConfigTree m_workflow = new ConfigTree().string("version", "5.1.0").string("state", "CONFIGURED");

    private final Map<Integer, ConfigTree> m_settings = new TreeMap<>();

    WorkflowText() {
        m_workflow.at("workflow_credentials");
        m_workflow.at("nodes");
        m_workflow.at("connections");
    }

    /** A node without settings of its own. */
    WorkflowText node(final int id, final Class<?> factory) {
        return node(id, factory.getName());
    }

    WorkflowText node(final int id, final String factory) {
        m_workflow.at("nodes", "node_" + id).integer("id", id).string("node_type", "NativeNode")
            .string("node_settings_file", folder(id) + "/settings.xml");
        final var settings = new ConfigTree().string("factory", factory).string("node-name", "Probe")
            .string("node-bundle-name", "What a KNIME runtime must do")
            .string("node-bundle-symbolic-name", "org.frugalvision.conformance.tests")
            .string("node-bundle-vendor", "Frugal Vision").string("state", "CONFIGURED").bool("hasContent", false);
        settings.at("internal_node_subsettings").string("memory_policy", "CacheSmallInMemory");
        settings.at("flow_stack");
        settings.at("ports");
        settings.at("filestores").string("file_store_location", null).string("file_store_id", null);
        m_settings.put(id, settings);
        return this;
    }

    /** A node with settings of its own. */
    WorkflowText node(final int id, final Class<?> factory, final ConfigTree model) {
        node(id, factory);
        settings(id).config("model", model);
        return this;
    }

    /** Connects two ports; port 0 is the flow variable port. */
    WorkflowText connect(final int source, final int sourcePort, final int destination, final int destinationPort) {
        final var connections = m_workflow.at("connections");
        connections.at("connection_" + connections.keys().size()).integer("sourceID", source)
            .integer("destID", destination).integer("sourcePort", sourcePort).integer("destPort", destinationPort);
        return this;
    }

    /** A variable of the workflow of type STRING, INTEGER or DOUBLE. */
    WorkflowText variable(final String name, final String type, final String value) {
        final var variables = m_workflow.at("workflow_variables");
        final var entry = switch (type) {
            case "INTEGER" -> "xint";
            case "DOUBLE" -> "xdouble";
            default -> "xstring";
        };
        variables.at("Var_" + variables.keys().size()).string("name", name).string("class", type)
            .value("value", entry, value);
        return this;
    }

    /** Lets a variable control a setting of a node. */
    WorkflowText control(final int id, final String variable, final String... setting) {
        return override(id, variable, null, setting);
    }

    /** Makes a variable of a setting of a node. */
    WorkflowText expose(final int id, final String variable, final String... setting) {
        return override(id, null, variable, setting);
    }

    private WorkflowText override(final int id, final String used, final String exposed, final String... setting) {
        settings(id).at("variables").string("version", "V_2019_09_13");
        settings(id).at("variables", "tree").at(setting).string("used_variable", used)
            .string("exposed_variable", exposed);
        return this;
    }

    /** What <code>workflow.knime</code> will hold. */
    ConfigTree workflow() {
        return m_workflow;
    }

    /** What the <code>settings.xml</code> of a node will hold. */
    ConfigTree settings(final int id) {
        return m_settings.get(id);
    }

    static String folder(final int id) {
        return "Probe (#" + id + ")";
    }

    /** Writes the files into a new folder. */
    Path write(final Path directory) throws IOException {
        Files.createDirectories(directory);
        m_workflow.write(directory.resolve("workflow.knime"), "workflow.knime");
        for (final var settings : m_settings.entrySet()) {
            final var folder = Files.createDirectories(directory.resolve(folder(settings.getKey())));
            settings.getValue().write(folder.resolve("settings.xml"), "settings.xml");
        }
        return directory;
    }
}
