// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.junit.Test;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigBase;

/** The workflows we ship hold every node, and every key without which KNIME would complain when it loads them. */
public class ShippedWorkflowsTest {

    private static final Path WORKFLOWS = Path.of(System.getProperty("frugalvision.repository"), "workflows");

    private static final Set<String> STATES = Set.of("CONFIGURED", "IDLE");

    private static final List<String> WORKFLOW_KEYS =
        List.of("version", "state", "workflow_credentials", "nodes", "connections");

    private static final List<String> NODE_KEYS = List.of("factory", "node-name", "node-bundle-name",
        "node-bundle-symbolic-name", "node-bundle-vendor", "flow_stack", "state", "hasContent", "ports");

    @Test
    public void everyNodeOccursInAWorkflow() throws Exception {
        final Set<String> used = new TreeSet<>();
        for (final Path workflow : workflows()) {
            for (final Path node : nodes(workflow)) {
                used.add(load(node).getString("factory"));
            }
        }

        assertEquals(registered(), used);
    }

    @Test
    public void everyWorkflowExplainsItsStepsAndEveryNodeWhatItDoes() throws Exception {
        for (final Path folder : workflows()) {
            final var steps = (Config)load(folder.resolve("workflow.knime")).getConfig("annotations");
            assertTrue(folder.toString(), steps.keySet().size() >= 2);
            for (int i = 0; i < steps.keySet().size(); i++) {
                final String text = steps.getConfig("annotation_" + i).getString("text");
                assertTrue(folder + ": " + text, text.startsWith(i + 1 + ". ") && text.endsWith("."));
            }
            for (final Path file : nodes(folder)) {
                assertFalse(file.toString(), load(file).getConfig("nodeAnnotation").getString("text").isBlank());
            }
        }
    }

    @Test
    public void workflowsHaveEveryRequiredKey() throws Exception {
        assertFalse(workflows().isEmpty());
        for (final Path folder : workflows()) {
            final NodeSettingsRO workflow = load(folder.resolve("workflow.knime"));
            WORKFLOW_KEYS.forEach(key -> assertTrue(folder + " lacks " + key, workflow.containsKey(key)));
            assertEquals("5.1.0", workflow.getString("version"));
            assertEquals(lowestState(folder), workflow.getString("state"));
            final var nodes = (Config)workflow.getConfig("nodes");
            for (final String key : nodes) {
                final var node = nodes.getConfig(key);
                assertTrue(node.getInt("id") > 0);
                assertEquals("NativeNode", node.getString("node_type"));
                assertTrue(Files.exists(folder.resolve(node.getString("node_settings_file"))));
            }
            assertEquals(nodes(folder).size(), nodes.keySet().size());
        }
    }

    @Test
    public void nodesHaveEveryRequiredKey() throws Exception {
        for (final Path workflow : workflows()) {
            for (final Path file : nodes(workflow)) {
                final NodeSettingsRO node = load(file);
                NODE_KEYS.forEach(key -> assertTrue(file + " lacks " + key, node.containsKey(key)));
                assertEquals("CacheSmallInMemory",
                    node.getConfig("internal_node_subsettings").getString("memory_policy"));
                assertEquals(null, node.getConfig("filestores").getString("file_store_location"));
                assertEquals(null, node.getConfig("filestores").getString("file_store_id"));
                assertTrue(file.toString(), STATES.contains(node.getString("state")));
            }
        }
    }

    /**
     * KNIME silently takes the defaults for a node that was saved before it could be configured and whose settings are
     * refused: nobody would see it.
     */
    @Test
    public void nodesTakeTheirSettingsAsTheyAreStored() throws Exception {
        for (final Path workflow : workflows()) {
            for (final Path file : nodes(workflow)) {
                final NodeSettingsRO stored = load(file).getNodeSettings("model");
                final var factory = (NodeFactory<?>)Class.forName(load(file).getString("factory")).getConstructor()
                    .newInstance();

                assertEquals(file.toString(), flat(stored), kept(stored, loaded(factory, stored)));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static NodeSettingsRO loaded(final NodeFactory<?> factory, final NodeSettingsRO stored) throws Exception {
        final var configurable = (ConfigurableNodeFactory<NodeModel>)factory;
        final var node = new Node(configurable, configurable.createNodeCreationConfig());
        node.validateModelSettings(stored);
        node.loadModelSettingsFrom(stored);
        final var loaded = new NodeSettings("model");
        node.saveModelSettingsTo(loaded);
        return loaded;
    }

    /** The entries that were stored, as they were loaded; there may be more, which are newer. */
    private static TreeMap<String, String> kept(final NodeSettingsRO stored, final NodeSettingsRO loaded)
        throws InvalidSettingsException {
        final var kept = flat(loaded);
        kept.keySet().retainAll(flat(stored).keySet());
        return kept;
    }

    private static TreeMap<String, String> flat(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var entries = new TreeMap<String, String>();
        for (final String key : settings) {
            final var entry = ((ConfigBase)settings).getEntry(key);
            if (entry instanceof ConfigBase) {
                flat(settings.getNodeSettings(key)).forEach((path, value) -> entries.put(key + "/" + path, value));
            } else {
                entries.put(key, entry.getType() + " " + entry.toStringValue());
            }
        }
        return entries;
    }

    /** IDLE if a node cannot be configured before others are executed. */
    private static String lowestState(final Path workflow) throws Exception {
        for (final Path node : nodes(workflow)) {
            if (load(node).getString("state").equals("IDLE")) {
                return "IDLE";
            }
        }
        return "CONFIGURED";
    }

    private static Set<String> registered() {
        return Arrays.stream(Platform.getExtensionRegistry()
            .getConfigurationElementsFor("org.knime.workbench.repository.nodes"))
            .map(element -> element.getAttribute("factory-class"))
            .filter(name -> name.startsWith("org.frugalvision.nodes.") && !name.contains(".probe."))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> workflows() throws IOException {
        try (var folders = Files.list(WORKFLOWS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("workflow.knime"))).sorted().toList();
        }
    }

    private static List<Path> nodes(final Path workflow) throws IOException {
        try (var files = Files.walk(workflow)) {
            return files.filter(file -> file.getFileName().toString().equals("settings.xml")).sorted().toList();
        }
    }

    private static NodeSettingsRO load(final Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return NodeSettings.loadFromXML(in);
        }
    }
}
