// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Set;

import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;

/** A setting of one node given on the command line: {@code id[/id...],path/to/setting,value,type}. */
record NodeOption(int[] id, String[] path, String value, String type) {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(BatchExecutor.class);

    private static final Set<String> TYPES = Set.of("int", "long", "short", "byte", "boolean", "char", "float",
        "double", "String", "StringCell", "DoubleCell", "IntCell", "LongCell");

    /** The value may hold commas: id and path end at the first two, the type begins behind the last. */
    static NodeOption parse(final String text) throws IllegalOptionException {
        final var first = text.indexOf(',');
        final var second = text.indexOf(',', first + 1);
        final var last = text.lastIndexOf(',');
        if (first < 0 || second < 0 || last <= second) {
            throw new IllegalOptionException("Invalid option '" + text + "': id,setting,value,type expected");
        }
        final var type = text.substring(last + 1);
        if (!TYPES.contains(type)) {
            throw new IllegalOptionException("Unknown option type '" + type + "' in '" + text + "'");
        }
        final var ids = text.substring(0, first).split("/");
        final var id = new int[ids.length];
        for (var i = 0; i < ids.length; i++) {
            id[i] = Integer.parseInt(ids[i]);
        }
        return new NodeOption(id, text.substring(first + 1, second).split("/"), text.substring(second + 1, last), type);
    }

    /** Gives the node its setting; it and those behind it are reset and configured again. */
    void apply(final WorkflowManager workflow) throws InvalidSettingsException, IllegalOptionException {
        final var node = workflow.getID().createChild(id[0]);
        if (id.length > 1 || !workflow.containsNodeContainer(node)) {
            final var text = new StringBuilder().append(id[0]);
            for (var i = 1; i < id.length; i++) {
                text.append(", ").append(id[i]);
            }
            LOGGER.warn("No node with id [" + text + "] found.");
            return;
        }
        final var settings = new NodeSettings("settings");
        workflow.saveNodeSettings(node, settings);
        Config config = settings.getNodeSettings(Node.CFG_MODEL);
        for (var i = 0; i < path.length - 1; i++) {
            config = config.containsKey(path[i]) ? config.getConfig(path[i]) : config.addConfig(path[i]);
        }
        put(config, path[path.length - 1]);
        workflow.loadNodeSettings(node, settings);
    }

    private void put(final Config config, final String key) throws IllegalOptionException {
        try {
            switch (type) {
                case "int" -> config.addInt(key, Integer.parseInt(value));
                case "long" -> config.addLong(key, Long.parseLong(value));
                case "short" -> config.addShort(key, Short.parseShort(value));
                case "byte" -> config.addByte(key, Byte.parseByte(value));
                case "boolean" -> config.addBoolean(key, Boolean.parseBoolean(value));
                case "char" -> config.addChar(key, value.charAt(0));
                case "float", "double" -> config.addDouble(key, Double.parseDouble(value));
                case "StringCell" -> config.addDataCell(key, new StringCell(value));
                case "DoubleCell" -> config.addDataCell(key, new DoubleCell(Double.parseDouble(value)));
                case "IntCell" -> config.addDataCell(key, new IntCell(Integer.parseInt(value)));
                case "LongCell" -> config.addDataCell(key, new LongCell(Long.parseLong(value)));
                default -> config.addString(key, value);
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) { // the message says it all
            throw new IllegalOptionException("Invalid value '" + value + "' of type " + type + " for setting '"
                + String.join("/", path) + "'");
        }
    }
}
