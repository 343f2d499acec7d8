// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A workflow as KNIME stores it, made of some of our nodes, in a temporary folder; run by ./frugal-batch. */
final class BatchWorkflow implements AutoCloseable {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"%s\">\n";

    private final Path m_folder = Files.createTempDirectory("batch-workflow");

    private final StringBuilder m_nodes = new StringBuilder();

    private final StringBuilder m_connections = new StringBuilder();

    private int m_connected;

    BatchWorkflow() throws IOException {
    }

    /** @param factory of the node, without "org.frugalvision.nodes." and "NodeFactory" */
    BatchWorkflow node(final int id, final String factory, final String... settings) throws IOException {
        m_nodes.append("<config key=\"node_" + id + "\">" + entry("id", "xint", Integer.toString(id))
            + entry("node_settings_file", "xstring", "Node " + id + "/settings.xml")
            + entry("node_type", "xstring", "NativeNode") + "</config>\n");
        final Path node = Files.createDirectory(m_folder.resolve("Node " + id));
        Files.writeString(node.resolve("settings.xml"), HEAD.formatted("settings.xml")
            + "<config key=\"flow_stack\"/><config key=\"internal_node_subsettings\">"
            + entry("memory_policy", "xstring", "CacheSmallInMemory")
            + "</config><config key=\"ports\"/><config key=\"filestores\"/><config key=\"model\">"
            + String.join("", settings) + "</config>" + entry("state", "xstring", "CONFIGURED")
            + entry("hasContent", "xboolean", "false")
            + entry("factory", "xstring", "org.frugalvision.nodes." + factory + "NodeFactory")
            + entry("node-name", "xstring", "Node " + id)
            + entry("node-bundle-name", "xstring", "Frugal Vision nodes")
            + entry("node-bundle-symbolic-name", "xstring", "org.frugalvision.nodes")
            + entry("node-bundle-vendor", "xstring", "Frugal Vision") + "</config>\n");
        return this;
    }

    BatchWorkflow connection(final int source, final int sourcePort, final int target, final int targetPort) {
        m_connections.append("<config key=\"connection_" + m_connected++ + "\">"
            + entry("sourceID", "xint", Integer.toString(source))
            + entry("sourcePort", "xint", Integer.toString(sourcePort))
            + entry("destID", "xint", Integer.toString(target))
            + entry("destPort", "xint", Integer.toString(targetPort)) + "</config>\n");
        return this;
    }

    static String entry(final String key, final String type, final String value) {
        return "<entry key=\"%s\" type=\"%s\" value=\"%s\"/>\n".formatted(key, type, value);
    }

    /** Runs it with a heap of 1 GB, from the start of Java to its end; Linux only. */
    Measurement run(final long images) throws IOException, InterruptedException {
        Files.writeString(m_folder.resolve("workflow.knime"), HEAD.formatted("workflow.knime")
            + entry("version", "xstring", "5.1.0") + entry("state", "xstring", "CONFIGURED")
            + "<config key=\"workflow_credentials\"/><config key=\"nodes\">" + m_nodes
            + "</config><config key=\"connections\">" + m_connections + "</config></config>\n");
        final var batch = new ProcessBuilder("./frugal-batch", "-workflowDir=" + m_folder, "-reset", "-nosave");
        batch.environment().put("FRUGAL_BATCH_OPTS", "-Xmx1g");
        final Path log = m_folder.resolve("log");
        batch.redirectErrorStream(true).redirectOutput(log.toFile());
        final long start = System.nanoTime();
        final double cpuStart = cpuSecondsOfChildren();
        final int code = batch.start().waitFor();
        if (code != 0) {
            throw new IOException("frugal-batch ended with exit code " + code + ":\n" + Files.readString(log));
        }
        return new Measurement(images, (System.nanoTime() - start) / 1e9, cpuSecondsOfChildren() - cpuStart);
    }

    /** Of processes that have ended: fields 16 and 17 of proc(5), in hundredths of a second. */
    private static double cpuSecondsOfChildren() throws IOException {
        final var stat = Files.readString(Path.of("/proc/self/stat"));
        final var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    @Override
    public void close() throws IOException {
        try (var written = Files.walk(m_folder)) {
            for (final var file : written.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
