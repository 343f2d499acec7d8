// SPDX-License-Identifier: Apache-2.0
// bench/run KernelBench [THREADS] [ROUNDS] [BATCH]: gradients and scores of batches of noise, by oneDNN and by ND4J

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;

/**
 * Gradients and scores of batches of noise, computed by both libraries in turns. Medians of images per second and per
 * second of a processor.
 */
final class KernelBench {

    private final NetworkSpec m_spec;

    private final int m_batch;

    private final int m_times;

    private final float[] m_weights;

    private final float[] m_pixels;

    private final float[] m_rows;

    private KernelBench(final String architecture, final ImageShape shape, final int batch, final int times) {
        m_spec = Architectures.create(architecture).build(shape, 10, ArchitectureOptions.DEFAULT);
        m_batch = batch;
        m_times = times;
        m_weights = Network.initialise(m_spec, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            Seeds.of(1)).weights();
        final RandomGenerator random = Seeds.of(2).generator();
        m_pixels = new float[batch * shape.size()];
        for (int i = 0; i < m_pixels.length; i++) {
            m_pixels[i] = random.nextFloat();
        }
        m_rows = new float[batch * 10];
        for (int i = 0; i < batch; i++) {
            m_rows[i * 10 + random.nextInt(10)] = 1;
        }
    }

    public static void main(final String[] arguments) throws CanceledException {
        final int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        final int batch = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 64;
        new KernelBench("lenet", new ImageShape(1, 28, 28), batch, 20).compare("LeNet", threads, rounds);
        new KernelBench("resnet8", new ImageShape(3, 32, 32), batch, 8).compare("ResNet-8", threads, rounds);
        new KernelBench("mobilenetv2-small", new ImageShape(3, 32, 32), batch, 2).compare("MobileNetV2", threads,
            rounds);
    }

    private void compare(final String name, final int threads, final int rounds) throws CanceledException {
        final List<String> libraries = List.of("onednn", "nd4j");
        final List<List<Measurement>> gradients = List.of(new ArrayList<>(), new ArrayList<>());
        final List<List<Measurement>> scores = List.of(new ArrayList<>(), new ArrayList<>());
        for (int round = -1; round < rounds; round++) { // the first one warms up
            for (int i = 0; i < 2; i++) {
                System.setProperty(Kernels.OPTION, libraries.get(i));
                try (Workers workers = Workers.open(threads); Replica replica = Kernels.open(m_spec, workers)) {
                    final Measurement backward = gradients(replica);
                    final Measurement forward = scores(replica);
                    if (round >= 0) {
                        gradients.get(i).add(backward);
                        scores.get(i).add(forward);
                    }
                }
            }
        }
        for (int i = 0; i < 2; i++) {
            report(name, "gradients, " + libraries.get(i), gradients.get(i));
            report(name, "scores, " + libraries.get(i), scores.get(i));
        }
    }

    private static void report(final String name, final String what, final List<Measurement> measurements) {
        System.out.printf(Locale.ROOT, "%-12s %-18s %9.0f images/s %9.0f images/CPU-s%n", name, what,
            median(measurements.stream().mapToDouble(Measurement::perSecond).toArray()),
            median(measurements.stream().mapToDouble(Measurement::perCpuSecond).toArray()));
    }

    private Measurement gradients(final Replica replica) throws CanceledException {
        final Measurement start = Measurement.now(0);
        final float[] gradient = new float[m_weights.length];
        for (int time = 0; time < m_times; time++) {
            replica.setWeights(m_weights);
            replica.gradient(new Pixels(m_pixels, m_batch, m_spec.input()), Mode.training(1), this::loss,
                Wanted.WEIGHTS, gradient, null);
        }
        return Measurement.now((long)m_times * m_batch).since(start);
    }

    private Measurement scores(final Replica replica) throws CanceledException {
        final String scores = m_spec.nodes().get(m_spec.nodes().size() - 1).name();
        final Measurement start = Measurement.now(0);
        for (int time = 0; time < 4 * m_times; time++) {
            replica.forward(new Pixels(m_pixels, m_batch, m_spec.input()), Mode.EVALUATION, scores);
        }
        return Measurement.now(4L * m_times * m_batch).since(start);
    }

    private void loss(final int first, final int images, final float[] scores, final float[] gradient) {
        for (int from = 0; from < scores.length; from += 10) {
            double sum = 0;
            for (int k = 0; k < 10; k++) {
                sum += Math.exp(scores[from + k]);
            }
            for (int k = 0; k < 10; k++) {
                gradient[from + k] = (float)(Math.exp(scores[from + k]) / sum - m_rows[first * 10 + from + k]);
            }
        }
    }

    private static double median(final double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
