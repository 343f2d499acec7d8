// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/**
 * Seconds of a whole batch run of the node Image Folder Reader with a heap of 1 GB, from the start of Java to its end:
 * 60,000 PNG files of 28 x 28 and 10,000 JPEG files of 640 x 480 pixels, shrunk to 64 x 64. Linux only.
 */
public final class LoadNodeBench {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"%s\">\n";

    private LoadNodeBench() {
    }

    /** @param args none; to be run in the folder of the repository, after a build */
    public static void main(final String[] args) throws IOException, InterruptedException {
        try (var files = LoadFiles.ofSmallPng()) {
            run(files, "");
        }
        try (var files = LoadFiles.ofJpeg()) {
            run(files, entry("size", "xstring", "FIXED") + entry("fit", "xstring", "STRETCH"));
        }
    }

    private static void run(final LoadFiles files, final String settings) throws IOException, InterruptedException {
        final var workflow = write(files.folder(), settings);
        final var batch = new ProcessBuilder("./frugal-batch", "-workflowDir=" + workflow, "-reset", "-nosave")
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        batch.environment().put("FRUGAL_BATCH_OPTS", "-Xmx1g");
        final long start = System.nanoTime();
        final double cpuStart = cpuSecondsOfChildren();
        final int code = batch.start().waitFor();
        System.out.printf(Locale.ROOT, "%s: %.1f s (CPU %.1f s), exit code %d%n", files.what(),
            (System.nanoTime() - start) / 1e9, cpuSecondsOfChildren() - cpuStart, code);
        try (var written = Files.walk(workflow)) {
            for (final var file : written.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A workflow of one node, as KNIME stores it. */
    private static Path write(final Path images, final String settings) throws IOException {
        final var workflow = Files.createTempDirectory("load-node-bench");
        final String node = "<config key=\"node_1\">" + entry("id", "xint", "1")
            + entry("node_settings_file", "xstring", "Reader/settings.xml")
            + entry("node_type", "xstring", "NativeNode") + "</config>";
        Files.writeString(workflow.resolve("workflow.knime"), HEAD.formatted("workflow.knime")
            + entry("version", "xstring", "5.1.0") + entry("state", "xstring", "CONFIGURED")
            + "<config key=\"workflow_credentials\"/><config key=\"nodes\">" + node
            + "</config><config key=\"connections\"/></config>\n");
        final var reader = Files.createDirectory(workflow.resolve("Reader"));
        Files.writeString(reader.resolve("settings.xml"), HEAD.formatted("settings.xml")
            + "<config key=\"flow_stack\"/><config key=\"ports\"/><config key=\"filestores\"/><config key=\"model\">"
            + entry("folder", "xstring", images.toString()) + settings + "</config>"
            + entry("state", "xstring", "CONFIGURED") + entry("hasContent", "xboolean", "false")
            + entry("factory", "xstring", "org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory")
            + entry("node-name", "xstring", "Image Folder Reader")
            + entry("node-bundle-name", "xstring", "Frugal Vision nodes")
            + entry("node-bundle-symbolic-name", "xstring", "org.frugalvision.nodes")
            + entry("node-bundle-vendor", "xstring", "Frugal Vision") + "</config>\n");
        return workflow;
    }

    private static String entry(final String key, final String type, final String value) {
        return "<entry key=\"%s\" type=\"%s\" value=\"%s\"/>\n".formatted(key, type, value);
    }

    /** Of processes that have ended: fields 16 and 17 of proc(5), in hundredths of a second. */
    private static double cpuSecondsOfChildren() throws IOException {
        final var stat = Files.readString(Path.of("/proc/self/stat"));
        final var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }
}
