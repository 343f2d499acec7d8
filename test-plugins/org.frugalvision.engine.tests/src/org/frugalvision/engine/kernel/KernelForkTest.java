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
        final Path library = library(LIBRARY, new byte[5000]);

        assertWarning(library + ": invalid ELF header).", run(before(library, LIBRARY), "warning"));
    }

    @Test
    public void aSystemThatIsTooOldIsToldAndDoneWithout() throws Exception {
        final String text = new String(resource(LIBRARY), StandardCharsets.ISO_8859_1);
        final Path library =
            library(LIBRARY, text.replace("GLIBC_2.", "GLIBC_9.").getBytes(StandardCharsets.ISO_8859_1));

        assertWarning("not found (required by " + library + ")).", run(before(library, LIBRARY), "warning"));
    }

    /** At its half and by one byte; the process would end with SIGBUS otherwise. */
    @Test
    public void aLibraryThatIsCutShortIsToldAndDoneWithout() throws Exception {
        for (final String name : List.of(LIBRARY, LIBRARY.replace("libjnidnnl.so", "libdnnl.so.2"),
            "org/bytedeco/opencl/linux-x86_64/libOpenCL.so.1")) {
            final byte[] bytes = resource(name);
            for (final int length : new int[]{bytes.length / 2, bytes.length - 1}) {
                final Path library = library(name, Arrays.copyOf(bytes, length));

                assertWarning(library + ": file is cut short).", run(before(library, name), "warning"));
            }
        }
    }

    @Test
    public void withoutAnyLibraryThatIsWholeNothingIsComputed() throws Exception {
        for (final String name : List.of("org/bytedeco/javacpp/linux-x86_64/libjnijavacpp.so",
            "org/bytedeco/openblas/linux-x86_64/libopenblas.so.0",
            "org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-onednn-avx2/libjnind4jcpu.so")) {
            final byte[] bytes = resource(name);
            final Path library = library(name, Arrays.copyOf(bytes, bytes.length / 2));

            final Process process =
                start(m_folder.getRoot().toPath(), before(library, name), "warning", "-Dfrugalvision.kernel=nd4j");
            final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(output, 1, process.waitFor());
            assertTrue(output, output.contains("BackendException: The computing libraries could not be started on"
                + " Linux " + System.getProperty("os.arch") + " (java.lang.UnsatisfiedLinkError: " + library
                + ": file is cut short). Check that the native libraries"));
        }
    }

    /** Three threads of OpenMP would come to each of two, and half a second and 60 MB for ND4J. */
    @Test
    public void onednnNeedsNeitherThreadsOfItsOwnNorNd4j() throws Exception {
        assertEquals("2 threads, no ND4J", run(System.getProperty("java.class.path"), "threads"));
        assertEquals("2 threads, ND4J",
            run(System.getProperty("java.class.path"), "threads", "-Dfrugalvision.kernel=nd4j"));
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

    private static byte[] resource(final String name) throws IOException {
        try (InputStream in = KernelForkTest.class.getClassLoader().getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private Path library(final String name, final byte[] bytes) throws IOException {
        final Path library = m_folder.newFolder().toPath().resolve(name);
        Files.createDirectories(library.getParent());
        return Files.write(library, bytes);
    }

    /** The class path with a folder that holds this library before everything else. */
    private static String before(final Path library, final String name) {
        return library.toString().replace("/" + name, "") + File.pathSeparator
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
        final ProcessBuilder builder =
            new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "4");
        return builder.start();
    }
}
