// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.osgi.framework.launch.FrameworkFactory;

/** A Java process of its own that runs a class of this bundle with the DL4J bundle on its class path. */
final class Fork {

    private final Process m_process;

    private final Path m_output;

    private Fork(final Process process, final Path output) {
        m_process = process;
        m_output = output;
    }

    /**
     * @param folder for the output
     * @param natives folder for the native libraries
     * @param classPath what the process sees
     * @param options of the virtual machine
     * @param program class and arguments
     */
    static Fork start(final Path folder, final Path natives, final List<Path> classPath, final List<String> options,
        final List<String> program) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-Dfrugalvision.natives=" + natives);
        command.addAll(options);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)));
        command.addAll(program);
        final Path output = Files.createTempFile(folder, "fork", ".txt");
        return new Fork(
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    }

    /** Exit code and everything that was printed. */
    String result() throws IOException, InterruptedException {
        return m_process.waitFor() + ": " + Files.readString(m_output).strip();
    }

    /** The DL4J bundle's classes, its jars, the native libraries and the classes of these tests. */
    static List<Path> classPath(final Path bundleClasses, final Path testClasses) throws IOException {
        final List<Path> entries = new ArrayList<>(List.of(bundleClasses, testClasses));
        entries.addAll(Checkout.jars(Checkout.BUNDLE));
        entries.addAll(Checkout.jars(Checkout.FRAGMENT));
        return entries;
    }

    /** The jar of the OSGi framework. */
    static Path framework() {
        return Path.of(java.net.URI.create(
            FrameworkFactory.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
