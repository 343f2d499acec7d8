// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.frugalvision.dl4j.Backend;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Processes in which something is wrong with the native libraries, the memory or the end. */
public final class KernelForkTest {

    private static final String LIBRARY = "org/bytedeco/dnnl/linux-x86_64/libjnidnnl.so";

    private static final String BEFORE =
        "Computed by ND4J, which takes several times as long, because oneDNN could not be loaded"
            + " (java.lang.UnsatisfiedLinkError: ";

    private static final int ROUNDS = 5;

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void aLibraryThatIsMissingIsToldAndDoneWithout() throws Exception {
        final String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().matches("dnnl.*linux-x86_64.*"))
            .collect(Collectors.joining(File.pathSeparator));

        assertWarning("jnidnnl in ", run(path, "warning"));
    }

    @Test
    public void aLibraryThatIsDamagedIsToldAndDoneWithout() throws Exception {
        final Path library = library(new byte[5000]);

        assertWarning(library + ": invalid ELF header).", run(before(library), "warning"));
    }

    @Test
    public void aSystemThatIsTooOldIsToldAndDoneWithout() throws Exception {
        final byte[] bytes;
        try (InputStream in = KernelForkTest.class.getClassLoader().getResourceAsStream(LIBRARY)) {
            bytes = in.readAllBytes();
        }
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        final Path library =
            library(text.replace("GLIBC_2.", "GLIBC_9.").getBytes(StandardCharsets.ISO_8859_1));

        assertWarning("not found (required by " + library + ")).", run(before(library), "warning"));
    }

    @Test
    public void moreMemoryThanTheLimitIsRefusedWithAdvice() throws Exception {
        for (final String kernel : List.of("onednn", "nd4j")) {
            final String output = run(System.getProperty("java.class.path"), "large", "512",
                "-Dfrugalvision.offheap=64MB", "-Dfrugalvision.kernel=" + kernel);

            assertTrue(output, output.contains("Memory: there is not enough of it to compute with this network and batch"
                + " size (Cannot allocate new "));
            assertTrue(output, output.endsWith("Lower Batch size.\nLower Threads.\nRaise the limits in knime.ini: -Xmx for"
                + " the Java heap, -Dfrugalvision.offheap=6GB for native memory."));
        }
    }

    /** By itself or from outside, with either library, twenty times in all. */
    @Test
    public void theProcessMayEndWhileOthersCompute() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        for (int round = 0; round < ROUNDS; round++) {
            final List<Process> processes = new ArrayList<>();
            final List<Integer> expected = new ArrayList<>();
            for (final String kernel : List.of("onednn", "nd4j")) {
                for (final boolean terminated : new boolean[]{false, true}) {
                    final int milliseconds = terminated ? 0 : 200 * round + 100;
                    processes.add(start(folder, System.getProperty("java.class.path"), "exit",
                        String.valueOf(milliseconds), "-Dfrugalvision.kernel=" + kernel));
                    expected.add(terminated ? 128 + 15 : 3);
                }
            }
            final List<Integer> codes = new ArrayList<>();
            for (int i = 0; i < processes.size(); i++) {
                final InputStream output = processes.get(i).getInputStream();
                if (expected.get(i) != 3) {
                    assertEquals('c', output.read());
                    processes.get(i).toHandle().destroy(); // which leaves the output open
                }
                output.readAllBytes();
                codes.add(processes.get(i).waitFor());
            }
            assertEquals(expected, codes);
        }

        assertArrayEquals("hs_err files", new String[0], folder.toFile().list());
    }

    private static void assertWarning(final String end, final String output) {
        assertTrue(output, output.contains(BEFORE));
        assertTrue(output, output.contains(end));
    }

    private Path library(final byte[] bytes) throws IOException {
        final Path library = m_folder.newFolder().toPath().resolve(LIBRARY);
        Files.createDirectories(library.getParent());
        return Files.write(library, bytes);
    }

    /** The class path with a folder that holds this library before everything else. */
    private static String before(final Path library) {
        return library.toString().replace("/" + LIBRARY, "") + File.pathSeparator
            + System.getProperty("java.class.path");
    }

    private String run(final String path, final String... arguments) throws Exception {
        final Process process = start(m_folder.getRoot().toPath(), path, arguments);
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(output, 0, process.waitFor());
        return output;
    }

    /** @param arguments of {@link ForkedKernel}; properties may be among them */
    private static Process start(final Path folder, final String path, final String... arguments)
        throws IOException {
        final List<String> command = new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-Dfrugalvision.natives=" + Backend.start().nativeFolder(), "-cp", path));
        Arrays.stream(arguments).filter(argument -> argument.startsWith("-D")).forEach(command::add);
        command.add(ForkedKernel.class.getName());
        Arrays.stream(arguments).filter(argument -> !argument.startsWith("-D")).forEach(command::add);
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    }
}
