// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A competitor in a process of its own, so that its memory is its own; rests while others are measured. */
final class CompetitorProcess implements AutoCloseable {

    /** Without it PyTorch asks the system for the memory of every map anew, which is dear in virtual machines. */
    private static final Map<String, String> TUNED = Map.of("MALLOC_MMAP_MAX_", "0", "MALLOC_TRIM_THRESHOLD_",
        "4294967296", "MALLOC_ARENA_MAX", "1");

    private final Process m_process;

    private final PrintStream m_questions;

    private final BufferedReader m_answers;

    private CompetitorProcess(final int threads, final Map<String, String> environment, final List<String> command)
        throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        // not as an argument: ONNX Runtime 1.29 crashes where the command line is longer than 4,000 characters
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        // where other work takes the cores, threads that spin while they wait would slow down OpenMP's users tenfold
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        m_process = builder.start();
        m_questions = new PrintStream(m_process.getOutputStream(), true);
        m_answers = m_process.inputReader();
    }

    /** @param kind "ours" or "dl4j" */
    static CompetitorProcess java(final String kind, final BenchNetwork network, final int threads)
        throws IOException {
        return new CompetitorProcess(threads, Map.of(),
            java(List.of(), "CompetitorMain", kind, network.id(), Integer.toString(threads)));
    }

    /**
     * @param kind "djl" or "onnx"
     * @param folder with what {@link #export} has written
     */
    static CompetitorProcess foreign(final String kind, final BenchNetwork network, final int threads,
        final Path folder) throws IOException {
        return new CompetitorProcess(threads, TUNED, java(List.of("-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_interop_threads=1", "-Dai.djl.pytorch.num_threads=" + threads,
            "-DDJL_CACHE_DIR=" + folder.toAbsolutePath().resolveSibling("djl")), "ForeignMain", kind, network.id(),
            Integer.toString(threads), folder.toString()));
    }

    /** @param folder with what {@link #save} has written */
    static CompetitorProcess torch(final String python, final BenchNetwork network, final int threads,
        final Path folder) throws IOException {
        return new CompetitorProcess(threads, TUNED, List.of(python, "bench/src/torch_competitor.py", "run",
            file(folder), Integer.toString(threads), Integer.toString(network.trainingBatches()),
            Integer.toString(network.predictionBatches())));
    }

    /** Writes the network as our file, from which PyTorch builds the same graph. */
    static void save(final BenchNetwork network, final Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out = Files.newOutputStream(Path.of(file(folder)))) {
            network.network().save(out);
        }
    }

    /** Writes the same graph for DJL and ONNX Runtime. */
    static void export(final String python, final Path folder) throws IOException, InterruptedException {
        final int exit = new ProcessBuilder(python, "bench/src/torch_competitor.py", "export", file(folder),
            folder.toString()).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("PyTorch cannot write the network, see above.");
        }
    }

    /** @return the first Python that knows PyTorch, or null */
    static String pythonWithTorch() throws IOException, InterruptedException {
        return pythonWith("torch");
    }

    /** The same for any module. */
    static String pythonWith(final String module) throws IOException, InterruptedException {
        for (final String python : List.of("python3", "/usr/bin/python3")) {
            final Process process = new ProcessBuilder(python, "-c", "import " + module)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (process.waitFor() == 0) {
                return python;
            }
        }
        return null;
    }

    Measurement measure(final String what) throws IOException {
        m_questions.println(what);
        final String line = m_answers.readLine();
        if (line == null) {
            throw new IOException("A competitor ended early, see above.");
        }
        return Measurement.parse(line);
    }

    /** @return the largest resident memory so far, in MB (Linux) */
    long peakMegabytes() throws IOException {
        final Path status = Path.of("/proc", Long.toString(m_process.pid()), "status");
        final List<String> peak = new ArrayList<>(Files.readAllLines(status));
        peak.removeIf(line -> !line.startsWith("VmHWM:"));
        return Long.parseLong(peak.get(0).replaceAll("\\D", "")) >> 10;
    }

    @Override
    public void close() throws IOException {
        m_questions.close();
        m_process.destroy();
    }

    private static List<String> java(final List<String> options, final String... mainAndArguments) {
        final List<String> command = new ArrayList<>(
            List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1g"));
        command.addAll(options);
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    private static String file(final Path folder) {
        return folder.resolve("network.zip").toString();
    }
}
