// SPDX-License-Identifier: Apache-2.0
// bench/run ScalingBench [ROUNDS]: what a training step consists of, what more cores would give, what equal bits cost

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.LooseGradients;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Processor time of the phases of a training step, from stacks of its only computing thread, and the time that follows
 * for more cores; then gradients of the engine against those of {@link LooseGradients}, in turns on two threads; then
 * for every architecture what would travel if several machines trained it. Processor time, since it hardly depends on
 * what else runs.
 */
final class ScalingBench {

    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final int WARM_UP = 8;

    private static final int STEPS = 24;

    /** What a computing thread may be at; the first that a stack holds. */
    private enum Phase {
        PREPARE("Pass.open"), PARTS("Pass.run"), SUMS("Stages."), UPDATE("WeightUpdate."), LOAD("BatchLoader."),
        OTHER("");

        private final List<String> m_frames;

        Phase(final String... frames) {
            m_frames = List.of(frames);
        }

        static Phase of(final StackTraceElement[] stack) {
            final List<String> frames = Arrays.stream(stack)
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName()).toList();
            for (final Phase phase : values()) {
                if (frames.stream().anyMatch(frame -> phase.m_frames.stream().anyMatch(frame::startsWith))) {
                    return phase;
                }
            }
            return OTHER;
        }
    }

    private ScalingBench() {
    }

    public static void main(final String[] arguments) throws Exception {
        final int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        System.setProperty(Kernels.OPTION, "onednn");
        final double barrier = handOver();
        System.out.printf(Locale.ROOT, "handing work to two threads and waiting: %.3f ms%n%n", barrier);
        for (final BenchNetwork network : BenchNetwork.values()) {
            for (final int batch : new int[]{64, 256}) {
                plan(network, batch, barrier);
            }
        }
        for (final BenchNetwork network : BenchNetwork.values()) {
            for (final int batch : new int[]{64, 256}) {
                compare(network, batch, rounds);
            }
        }
        System.out.println();
        for (final ArchitectureInfo info : Architectures.infos()) {
            traffic(info.id());
        }
        System.exit(0);
    }

    /** Milliseconds, the median. */
    private static double handOver() throws CanceledException {
        final double[] times = new double[2000];
        try (Workers workers = Workers.open(2)) {
            for (int i = 0; i < times.length; i++) {
                final long start = System.nanoTime();
                workers.all(index -> null);
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return median(times);
    }

    private static void plan(final BenchNetwork network, final int batch, final double barrier) throws Exception {
        final NetworkSpec spec = Architectures.create(network.id()).build(network.shape(), CLASSES.size());
        final ImageSet images = network.images((WARM_UP + STEPS) * batch / BenchNetwork.BATCH);
        final Network start = Network.initialise(spec, CLASSES, Seeds.of(1));
        final Sampler sampler = new Sampler();
        new Training(start, images, new TrainingSettings(1, batch, 1e-3, 1, true, 1)).fit(sampler);
        final Map<Phase, Double> phases = sampler.milliseconds();
        final double serial = sampler.serial() + phases.get(Phase.PREPARE);
        final int parts = Math.min(32, batch / 8);
        // load, sums (at most three), mean and update; each phase of the network
        final int handOvers = LooseGradients.phases(spec) + 6;
        System.out.printf(Locale.ROOT,
            "%s, batch %d, ms of a step: %s, serial beside them %.2f; %d parts, %d hand-overs%n", network.id(), batch,
            phases, sampler.serial(), parts, handOvers);
        double one = 0;
        for (final int cores : new int[]{1, 2, 4, 8, 16}) {
            final int turns = (parts - 1) / cores + 1;
            final double shared = phases.get(Phase.SUMS) + phases.get(Phase.UPDATE) + phases.get(Phase.LOAD);
            final double time = serial + phases.get(Phase.PARTS) * turns / parts + shared / cores
                + (cores == 1 ? 0 : handOvers * barrier);
            one = cores == 1 ? time : one;
            System.out.printf(Locale.ROOT, "  %2d cores: %6.2f ms, %6.0f images/s, %4.1f times one core%n", cores, time,
                batch / time * 1e3, one / time);
        }
    }

    private static void compare(final BenchNetwork network, final int batch, final int rounds)
        throws CanceledException {
        final NetworkSpec spec = Architectures.create(network.id()).build(network.shape(), CLASSES.size());
        final float[] weights = Network.initialise(spec, CLASSES, Seeds.of(1)).weights();
        final Pixels pixels = noise(spec.input(), batch);
        final float[] gradient = new float[weights.length];
        final List<Measurement> ours = new ArrayList<>();
        final List<Measurement> loose = new ArrayList<>();
        final int times = 20 * BenchNetwork.BATCH / batch;
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(spec, workers);
            LooseGradients others = new LooseGradients(spec, workers)) {
            for (int round = -1; round < rounds; round++) { // the first one warms up
                final Measurement first = Measurement.now(0);
                for (int time = 0; time < times; time++) {
                    replica.setWeights(weights);
                    replica.gradient(pixels, Mode.training(1), ScalingBench::loss, Wanted.WEIGHTS, gradient, null);
                }
                final Measurement second = Measurement.now((long)times * batch);
                for (int time = 0; time < times; time++) {
                    others.setWeights(weights);
                    others.gradient(pixels, ScalingBench::loss, gradient);
                }
                if (round >= 0) {
                    ours.add(second.since(first));
                    loose.add(Measurement.now(2L * times * batch).since(second));
                }
            }
        }
        final double cpu = median(ours.stream().mapToDouble(Measurement::perCpuSecond).toArray());
        final double looseCpu = median(loose.stream().mapToDouble(Measurement::perCpuSecond).toArray());
        final double wall = median(ours.stream().mapToDouble(Measurement::perSecond).toArray());
        final double looseWall = median(loose.stream().mapToDouble(Measurement::perSecond).toArray());
        System.out.printf(Locale.ROOT, "%s, batch %d, gradients on two threads: %.0f images per second and %.0f per "
            + "CPU-second; one part per thread with its own statistics: %.0f and %.0f; cost %.0f %% and %.0f %%%n",
            network.id(), batch, wall, cpu, looseWall, looseCpu, 100 * (looseWall / wall - 1),
            100 * (looseCpu / cpu - 1));
    }

    private static void traffic(final String architecture) throws CanceledException {
        final ImageShape shape = architecture.startsWith("lenet") ? new ImageShape(1, 28, 28)
            : new ImageShape(3, 32, 32);
        final NetworkSpec spec = Architectures.create(architecture).build(shape, CLASSES.size());
        final float[] weights = Network.initialise(spec, CLASSES, Seeds.of(1)).weights();
        final Pixels pixels = noise(shape, BenchNetwork.BATCH);
        final float[] gradient = new float[weights.length];
        double updates = 0;
        try (Workers workers = Workers.open(1); Replica replica = Kernels.open(spec, workers)) {
            for (int round = 0; round < 4; round++) {
                final Measurement start = Measurement.now(0);
                for (int time = 0; time < 4; time++) {
                    replica.setWeights(weights);
                    replica.gradient(pixels, Mode.training(1), ScalingBench::loss, Wanted.WEIGHTS, gradient, null);
                }
                updates = Math.max(updates, Measurement.now(4).since(start).perCpuSecond());
            }
        }
        final double megabytes = 4e-6 * weights.length;
        System.out.printf(Locale.ROOT, "%-18s %,9d weights, %6.2f MB a gradient, %6.1f gradients of 64 images per "
            + "CPU-second, %7.1f MB/s each way%n", architecture, weights.length, megabytes, updates, megabytes * updates);
    }

    private static Pixels noise(final ImageShape shape, final int images) {
        final var random = Seeds.of(2).generator();
        final float[] values = new float[images * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Pixels(values, images, shape);
    }

    /** A gradient of some size; which one does not matter here. */
    private static void loss(final int first, final int images, final float[] scores, final float[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = scores[i] / 100;
        }
    }

    private static double median(final double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    /** Looks every millisecond at what the computing thread does, from one batch to another. */
    private static final class Sampler implements RunControl {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final Map<Phase, Integer> m_samples = new EnumMap<>(Phase.class);

        private final Thread m_main = Thread.currentThread();

        private int m_batches = -1; // the first question comes before all batches

        private volatile boolean m_looks;

        private Thread m_worker;

        private long m_mainNanos;

        private long m_workerNanos;

        @Override
        public void progress(final double fraction, final String message) {
            // nobody watches
        }

        @Override
        public void checkCanceled() {
            if (Arrays.stream(new Throwable().getStackTrace())
                .noneMatch(frame -> frame.getClassName().endsWith("TrainingRun"))) {
                return; // images are identified
            }
            m_batches++;
            if (m_batches == WARM_UP) {
                m_worker = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("frugalvision-compute-1")).findAny().orElseThrow();
                m_mainNanos = -THREADS.getThreadCpuTime(m_main.getId());
                m_workerNanos = -THREADS.getThreadCpuTime(m_worker.getId());
                m_looks = true;
                final var thread = new Thread(this::look, "sampler");
                thread.setDaemon(true);
                thread.start();
            } else if (m_batches == WARM_UP + STEPS - 1) {
                m_looks = false;
                m_mainNanos += THREADS.getThreadCpuTime(m_main.getId());
                m_workerNanos += THREADS.getThreadCpuTime(m_worker.getId());
            }
        }

        private void look() {
            while (m_looks) {
                final StackTraceElement[] stack = m_worker.getStackTrace();
                if (m_worker.getState() == Thread.State.RUNNABLE) {
                    synchronized (m_samples) {
                        m_samples.merge(Phase.of(stack), 1, Integer::sum);
                    }
                }
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        /** Of a step, by the computing thread. */
        Map<Phase, Double> milliseconds() {
            synchronized (m_samples) {
                final int all = m_samples.values().stream().mapToInt(Integer::intValue).sum();
                final Map<Phase, Double> times = new EnumMap<>(Phase.class);
                for (final Phase phase : Phase.values()) {
                    final double share = (double)m_samples.getOrDefault(phase, 0) / all;
                    times.put(phase, Math.round(share * m_workerNanos / (STEPS - 1) / 1e4) / 100.0);
                }
                return times;
            }
        }

        /** Of a step, by the thread that trains. */
        double serial() {
            return m_mainNanos / 1e6 / (STEPS - 1);
        }
    }
}
