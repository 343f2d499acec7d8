// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A competitor in a process of its own, so that its memory is its own; rests while others are measured. */
final class CompetitorProcess implements AutoCloseable {

    private final Process m_process;

    private final PrintStream m_questions;

    private final BufferedReader m_answers;

    private CompetitorProcess(final int threads, final String... command) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        // where other work takes the cores, threads that spin while they wait would slow down OpenMP's users tenfold
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        m_process = builder.start();
        m_questions = new PrintStream(m_process.getOutputStream(), true);
        m_answers = m_process.inputReader();
    }

    static CompetitorProcess java(final String kind, final BenchNetwork network, final int threads)
        throws IOException {
        return new CompetitorProcess(threads, ProcessHandle.current().info().command().orElseThrow(), "-Xmx1g", "-cp",
            System.getProperty("java.class.path"), "CompetitorMain", kind, network.id(), Integer.toString(threads));
    }

    static CompetitorProcess torch(final String python, final BenchNetwork network, final int threads)
        throws IOException {
        return new CompetitorProcess(threads, python, "bench/src/torch_competitor.py", network.id(),
            Integer.toString(threads), Integer.toString(network.trainingBatches()),
            Integer.toString(network.predictionBatches()));
    }

    /** @return the first Python that knows PyTorch, or null */
    static String pythonWithTorch() throws IOException, InterruptedException {
        for (final String python : List.of("python3", "/usr/bin/python3")) {
            final Process process = new ProcessBuilder(python, "-c", "import torch")
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
}
