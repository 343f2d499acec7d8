// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.nodes.probe.PortProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.workflow.BatchExecutor;

/** The first workflow on real data: what it reaches, what it costs, and that it gives the same bits again. */
public class MainJobTest {

    private static final Path WORKFLOW =
        Path.of(System.getProperty("frugalvision.repository"), "workflows", "01 Train on less");

    private static final int LEARNER_OF_ALL = 5;

    private static final int LEARNER_OF_SUBSET = 8;

    private static final int LEARNER_AT_SAME_COST = 11;

    private static final int LAST_SCORER = 13;

    private static final List<Integer> OTHER_BRANCHES = List.of(5, 6, 7, 11, 12, 13);

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void reachesTheAccuracyOfTheReferenceAndSaysWhatItCost() throws Exception {
        final Path overall = m_temporary.getRoot().toPath().resolve("overall");
        final Path workflow = copy("whole");
        probe(workflow, TableProbeNodeFactory.class.getName(), 20, LAST_SCORER, 2, overall);

        assertEquals(0, BatchExecutor.mainRun(
            new String[]{"-workflowDir=" + workflow, "-reset", "-nosave", "-failonloaderror"}));

        final Map<String, Map<String, String>> results = read(overall);
        final double all = number(results, "All images", "Accuracy");
        final double subset = number(results, "1,000 images", "Accuracy");
        assertTrue("all images: " + all, all >= 0.82);
        assertTrue("1,000 images: " + subset, subset >= 0.70 && subset < all);
        assertTrue(number(results, "All images", "Macro AUC") >= 0.97);
        assertEquals("50000", results.get("All images").get("Images trained"));
        assertEquals("10000", results.get("1,000 images").get("Images trained"));
        assertEquals("10000", results.get("All images, same cost").get("Images trained"));
        assertEquals("1000", results.get("All images").get("Images"));
    }

    @Test
    public void givesTheSameNetworkWithAndWithoutTheOtherBranch() throws Exception {
        final Path whole = m_temporary.getRoot().toPath().resolve("with the other branch");
        final Path alone = m_temporary.getRoot().toPath().resolve("without it");
        final Path both = copy("both");
        final Path one = copy("one");
        probe(both, PortProbeNodeFactory.class.getName(), 20, LEARNER_OF_SUBSET, 1, whole);
        remove(one, OTHER_BRANCHES);
        probe(one, PortProbeNodeFactory.class.getName(), 20, LEARNER_OF_SUBSET, 1, alone);
        final String[] quick = {"-reset", "-nosave", "-failonloaderror",
            "-option=%d,epochs,1,int".formatted(LEARNER_OF_ALL), "-option=%d,epochs,2,int".formatted(LEARNER_OF_SUBSET),
            "-option=%d,epochs,1,int".formatted(LEARNER_AT_SAME_COST)};

        assertEquals(0, run(both, quick));
        assertEquals(0, run(one, quick));

        assertTrue(Files.readString(whole).matches("lenet, trained, .*, hash [0-9a-f]{64}"));
        assertEquals(Files.readString(whole), Files.readString(alone));
    }

    private static int run(final Path workflow, final String... arguments) {
        final var all = new ArrayList<>(List.of("-workflowDir=" + workflow));
        all.addAll(List.of(arguments));
        return BatchExecutor.mainRun(all.toArray(String[]::new));
    }

    private Path copy(final String name) throws IOException {
        final Path target = m_temporary.getRoot().toPath().resolve(name);
        try (var files = Files.walk(WORKFLOW)) {
            for (final Path file : files.toList()) {
                Files.copy(file, target.resolve(WORKFLOW.relativize(file).toString()));
            }
        }
        return target;
    }

    /** Adds a probe to a stored workflow: a copy of another node's folder with factory and settings exchanged. */
    private static void probe(final Path workflow, final String factory, final int id, final int source,
        final int port, final Path file) throws Exception {
        final NodeSettings all = load(workflow.resolve("workflow.knime"));
        final var node = all.getConfig("nodes").addConfig("node_" + id);
        node.addInt("id", id);
        node.addString("node_settings_file", "Probe/settings.xml");
        node.addString("node_type", "NativeNode");
        connect(all.getConfig("connections"), source, port, id);
        save(all, workflow.resolve("workflow.knime"));
        final NodeSettings settings = load(workflow.resolve("CNN Architecture (#3)/settings.xml"));
        settings.addString("factory", factory);
        settings.addString("node-name", "Probe");
        settings.addConfig("model").addString("text", file.toString());
        Files.createDirectory(workflow.resolve("Probe"));
        save(settings, workflow.resolve("Probe/settings.xml"));
    }

    private static void connect(final Config connections, final int source, final int port, final int target) {
        final var connection = connections.addConfig("connection_probe");
        connection.addInt("sourceID", source);
        connection.addInt("destID", target);
        connection.addInt("sourcePort", port);
        connection.addInt("destPort", 1);
    }

    /** Removes nodes and every connection from or to them. */
    private static void remove(final Path workflow, final List<Integer> ids) throws Exception {
        final NodeSettings all = load(workflow.resolve("workflow.knime"));
        final var kept = new NodeSettings("workflow.knime");
        all.copyTo(kept);
        final var nodes = kept.addConfig("nodes");
        final var connections = kept.addConfig("connections");
        for (final String key : all.getConfig("nodes")) {
            final var node = all.getConfig("nodes").getConfig(key);
            if (!ids.contains(node.getInt("id"))) {
                node.copyTo(nodes.addConfig(key));
            }
        }
        for (final String key : all.getConfig("connections")) {
            final var connection = all.getConfig("connections").getConfig(key);
            if (!ids.contains(connection.getInt("sourceID")) && !ids.contains(connection.getInt("destID"))) {
                connection.copyTo(connections.addConfig(key));
            }
        }
        save(kept, workflow.resolve("workflow.knime"));
    }

    private static NodeSettings load(final Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return (NodeSettings)NodeSettings.loadFromXML(in);
        }
    }

    private static void save(final NodeSettings settings, final Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }

    private static Map<String, Map<String, String>> read(final Path file) throws IOException {
        final List<String> lines = Files.readAllLines(file);
        final String[] names = lines.get(0).split("\t");
        final Map<String, Map<String, String>> results = new HashMap<>();
        for (final String line : lines.subList(1, lines.size())) {
            final String[] words = line.split("\t");
            final Map<String, String> row = new HashMap<>();
            for (int i = 1; i < words.length; i++) {
                row.put(names[i], words[i]);
            }
            results.put(words[0], row);
        }
        return results;
    }

    private static double number(final Map<String, Map<String, String>> results, final String row,
        final String column) {
        return Double.parseDouble(results.get(row).get(column));
    }
}
