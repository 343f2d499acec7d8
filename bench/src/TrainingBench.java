// SPDX-License-Identifier: Apache-2.0
// bench/run TrainingBench [ROUNDS=5] [NETWORK|train|predict|1|2...]: speed, on so many threads; see bench/compete

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Training and prediction by our trainer and networks and by others, on one thread and on all cores; batch 64. The
 * competitors take turns, and ratios are medians over the rounds, so that other work on the machine meets all of them.
 * Arguments: rounds, 5 by default (on a busy machine there are fewer, but at least two); then networks, kinds of work
 * and numbers of threads, all by default.
 */
public final class TrainingBench {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** After which no further round begins, for each network, work and number of threads. */
    private static final double MOST_SECONDS = 30;

    private static final List<String> WORKS = List.of("train", "predict");

    /** Measurements of each that do not count, because memory is asked for meanwhile. */
    private static final int WARM_UP = 4;

    /** For so long at least measurements do not count, because Java compiles meanwhile, on the cores that compute. */
    private static final double WARM_UP_SECONDS = 8;

    private final int m_rounds;

    private final List<String> m_works;

    private final String m_python;

    private final boolean m_foreign;

    private final List<String> m_ratios = new ArrayList<>();

    private TrainingBench(final int rounds, final List<String> works, final String python, final boolean foreign) {
        m_rounds = rounds;
        m_works = works;
        m_python = python;
        m_foreign = foreign;
    }

    public static void main(final String... arguments) throws Exception {
        final String python = CompetitorProcess.pythonWithTorch();
        if (python == null) {
            System.out.println("SKIPPED: PyTorch, DJL and ONNX Runtime, because no python3 here can import torch"
                + " (Debian: apt-get install python3-torch). There will be no RATIO lines over them.");
        }
        final boolean foreign = TrainingBench.class.getResource("ForeignMain.class") != null;
        if (python != null && !foreign) {
            System.out.println("SKIPPED: DJL and ONNX Runtime, because bench/compete fetches them.");
        }
        final List<String> works = Arrays.stream(arguments).filter(WORKS::contains).toList();
        final int[] threads = Arrays.stream(arguments).skip(1).filter(TrainingBench::isNumber)
            .mapToInt(Integer::parseInt).toArray();
        final BenchNetwork[] networks = Arrays.stream(arguments).skip(1)
            .filter(word -> !WORKS.contains(word) && !isNumber(word)).map(BenchNetwork::of).toArray(BenchNetwork[]::new);
        final var bench = new TrainingBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5,
            works.isEmpty() ? WORKS : works, python, foreign && python != null);
        bench.run(threads.length > 0 ? threads : CORES == 1 ? new int[]{1} : new int[]{1, CORES},
            networks.length == 0 ? BenchNetwork.values() : networks);
    }

    private static boolean isNumber(final String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private void run(final int[] numbersOfThreads, final BenchNetwork... networks) throws Exception {
        System.out.printf(Locale.ROOT, "%d cores, medians of at most %d rounds%n%n", CORES, m_rounds);
        System.out.printf(Locale.ROOT, "%-17s %-8s %7s  %-12s %10s %14s %9s%n", "network", "work", "threads", "by",
            "images/s", "images/CPU-s", "peak MB");
        for (final int threads : numbersOfThreads) {
            for (final BenchNetwork network : networks) {
                measure(network, threads);
            }
        }
        System.out.println();
        m_ratios.forEach(System.out::println);
    }

    private void measure(final BenchNetwork network, final int threads) throws Exception {
        final Map<String, CompetitorProcess> competitors = new LinkedHashMap<>();
        final Path folder = Path.of("bench", "target", "competitors", network.id());
        try {
            competitors.put("ours", CompetitorProcess.java("ours", network, threads));
            if (network == BenchNetwork.LENET || network == BenchNetwork.RESNET8) {
                competitors.put("DL4J", CompetitorProcess.java("dl4j", network, threads));
            }
            if (m_python != null) {
                CompetitorProcess.save(network, folder);
                competitors.put("PyTorch", CompetitorProcess.torch(m_python, network, threads, folder));
            }
            if (m_foreign) {
                CompetitorProcess.export(m_python, folder);
                competitors.put("DJL", CompetitorProcess.foreign("djl", network, threads, folder));
            }
            if (m_works.contains("train")) {
                measure(competitors, network, "train", threads);
            }
            if (!m_works.contains("predict")) {
                return;
            }
            if (m_foreign) {
                competitors.put("ONNX Runtime", CompetitorProcess.foreign("onnx", network, threads, folder));
            }
            measure(competitors, network, "predict", threads);
        } finally {
            for (final CompetitorProcess competitor : competitors.values()) {
                competitor.close();
            }
        }
    }

    private void measure(final Map<String, CompetitorProcess> competitors, final BenchNetwork network,
        final String work, final int threads) throws Exception {
        final Map<String, List<Measurement>> results = new LinkedHashMap<>();
        final Map<String, Long> peaks = new HashMap<>();
        for (final var competitor : competitors.entrySet()) {
            peaks.put(competitor.getKey(), warmUp(competitor.getValue(), work));
        }
        final long start = System.nanoTime();
        for (int round = 0; round < 2 || round < m_rounds && System.nanoTime() - start < MOST_SECONDS * 1e9; round++) {
            for (final var competitor : competitors.entrySet()) {
                results.computeIfAbsent(competitor.getKey(), name -> new ArrayList<>())
                    .add(competitor.getValue().measure(work));
            }
        }
        for (final var result : results.entrySet()) {
            System.out.printf(Locale.ROOT, "%-17s %-8s %7d  %-12s %10.0f %14.0f %9d%n", network.id(), work, threads,
                result.getKey(), median(result.getValue(), Measurement::perSecond),
                median(result.getValue(), Measurement::perCpuSecond), peaks.get(result.getKey()));
        }
        for (final String other : results.keySet()) {
            if (!"ours".equals(other)) {
                ratios(results, other, network, work, threads);
            }
        }
        if (competitors.containsKey("PyTorch") && threads == CORES) {
            m_ratios.add(String.format(Locale.ROOT, "RATIO %s-%s-memory-PyTorch %.2f", network.id(), work,
                (double)peaks.get("PyTorch") / peaks.get("ours")));
        }
    }

    /** @return peak memory in MB after a few measurements: Java asks for more the longer it runs, whatever it needs */
    private static long warmUp(final CompetitorProcess competitor, final String work) throws Exception {
        final long start = System.nanoTime();
        for (int time = 0; time < WARM_UP; time++) {
            competitor.measure(work);
        }
        final long peak = competitor.peakMegabytes();
        while (System.nanoTime() - start < WARM_UP_SECONDS * 1e9) {
            competitor.measure(work);
        }
        return peak;
    }

    private void ratios(final Map<String, List<Measurement>> results, final String other, final BenchNetwork network,
        final String work, final int threads) {
        final double wall = ratio(results.get("ours"), results.get(other), Measurement::perSecond);
        final double cpu = ratio(results.get("ours"), results.get(other), Measurement::perCpuSecond);
        System.out.printf(Locale.ROOT, "%-17s %-8s %7d  ours / %s: %.2f of the images/s, %.2f of the images/CPU-s%n",
            network.id(), work, threads, other, wall, cpu);
        if (!"DL4J".equals(other) && threads == CORES) {
            m_ratios.add(String.format(Locale.ROOT, "RATIO %s-%s-%s %.2f", network.id(), work,
                other.replace(" ", ""), wall));
        } else if ("DL4J".equals(other) && threads == 1 && network == BenchNetwork.LENET && "train".equals(work)) {
            // LeNet, since there the graph is the same; one thread, since OpenMP's threads hinder DL4J; and of one
            // thread CPU seconds say what it takes on an idle machine, whatever else runs
            m_ratios.add(String.format(Locale.ROOT, "RATIO loop-overhead %.2f", cpu));
        }
    }

    private static double ratio(final List<Measurement> ours, final List<Measurement> theirs,
        final ToDoubleFunction<Measurement> speed) {
        final double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = speed.applyAsDouble(ours.get(i)) / speed.applyAsDouble(theirs.get(i));
        }
        return median(ratios);
    }

    private static double median(final List<Measurement> measurements, final ToDoubleFunction<Measurement> speed) {
        return median(measurements.stream().mapToDouble(speed).toArray());
    }

    private static double median(final double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }
}
