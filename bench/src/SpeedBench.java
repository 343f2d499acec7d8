// SPDX-License-Identifier: Apache-2.0

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.management.ObjectName;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Architectures;
import org.frugalvision.engine.network.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Trainer;
import org.frugalvision.engine.train.TrainingSettings;

/** Images per second of our training and prediction, beside bare DL4J in the same process; batch 64. */
public final class SpeedBench {

    private static final int ROUNDS = 3;

    private final ImageSet m_images = FashionMnist.train();

    private SpeedBench() {
    }

    public static void main(final String... arguments) throws Exception {
        new SpeedBench().run();
        System.exit(0);
    }

    private void run() throws Exception {
        final BareDl4j bare = new BareDl4j(m_images);
        bare.train();
        train("lenet", 1);
        double theirs = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) { // alternating, so that the machine's other work meets both
            final double start = cpuSeconds();
            bare.train();
            theirs = Math.min(theirs, cpuSeconds() - start);
            ours = Math.min(ours, train("lenet", 1).cpu());
        }
        say("bare DL4J, lenet, training, 1 thread", new Time(theirs, theirs));
        say("lenet, training, 1 thread", new Time(ours, ours));
        say("lenet, training, 2 threads", train("lenet", 2));
        say("lenet, prediction, 1 thread", predict("lenet", 1));
        say("resnet8, training, 1 thread", train("resnet8", 1));
        say("resnet8, training, 2 threads", train("resnet8", 2));
        say("resnet8, prediction, 1 thread", predict("resnet8", 1));
        System.out.printf(Locale.ROOT, "resident memory %d MB%n", Backend.start().residentBytes() >> 20);
        System.out.printf(Locale.ROOT, "RATIO loop-overhead %.2f%n", theirs / ours);
    }

    private Time train(final String architecture, final int threads) throws Exception {
        final Network start = network(architecture);
        final double cpu = cpuSeconds();
        final FitResult result = Trainer.fit(start, m_images, Optional.empty(),
            new TrainingSettings(1, 64, 1e-3, 1, true, threads), List.of(), RunControl.none());
        return new Time(result.cost().seconds(), cpuSeconds() - cpu);
    }

    private Time predict(final String architecture, final int threads) throws Exception {
        final Network network = network(architecture);
        network.probabilities(m_images, new InferenceSettings(64, threads), RunControl.none());
        final double cpu = cpuSeconds();
        final long start = System.nanoTime();
        network.probabilities(m_images, new InferenceSettings(64, threads), RunControl.none());
        return new Time((System.nanoTime() - start) / 1e9, cpuSeconds() - cpu);
    }

    private Network network(final String architecture) {
        final NetworkSpec spec = Architectures.create(architecture).build(m_images.shape(), 10);
        return Network.initialise(spec, m_images.classes(), Seeds.of(1).named("initialise"));
    }

    private void say(final String what, final Time time) {
        System.out.printf(Locale.ROOT, "%-40s %6.0f images/s, %6.0f images/CPU-s%n", what,
            m_images.size() / time.wall(), m_images.size() / time.cpu());
    }

    private static double cpuSeconds() throws Exception {
        return (Long)ManagementFactory.getPlatformMBeanServer().getAttribute(
            new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "ProcessCpuTime") / 1e9;
    }

    private record Time(double wall, double cpu) {
    }
}
