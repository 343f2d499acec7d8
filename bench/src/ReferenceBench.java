// SPDX-License-Identifier: Apache-2.0
// bench/run ReferenceBench ARCHITECTURE THREADS SEEDS: accuracy and time with default settings, e.g. lenet 1 3

import java.lang.management.ManagementFactory;
import java.util.Locale;

import javax.management.ObjectName;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/** Test accuracy and time of an architecture on all images with the default settings: id, threads, seeds. */
public final class ReferenceBench {

    private ReferenceBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final ImageSet train = FashionMnist.train();
        final ImageSet test = FashionMnist.test();
        double sum = 0;
        for (int seed = 1; seed <= Integer.parseInt(arguments[2]); seed++) {
            final TrainingSettings settings =
                new TrainingSettings(10, 64, 1e-3, seed, true, Integer.parseInt(arguments[1]));
            final Network start = Network.initialise(
                Architectures.create(arguments[0]).build(train.shape(), train.classes().size()), train.classes(),
                Seeds.of(seed).named("initialise"));
            final double before = cpuSeconds();
            final FitResult result =
                new Training(start, train, settings).fit(RunControl.none());
            final double cpu = cpuSeconds() - before;
            final double accuracy = Accuracy.of(result.network(), test);
            sum += accuracy;
            System.out.printf(Locale.ROOT, "%s, %s threads, seed %d: accuracy %.3f, %.1f s, %.1f CPU-s, %d MB%n",
                arguments[0], arguments[1], seed, accuracy, result.cost().measure(Quantity.SECONDS), cpu,
                result.cost().count(Quantity.PEAK_BYTES) >> 20);
        }
        System.out.printf(Locale.ROOT, "mean accuracy %.3f%n", sum / Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    private static double cpuSeconds() throws Exception {
        return (Long)ManagementFactory.getPlatformMBeanServer().getAttribute(
            new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "ProcessCpuTime") / 1e9;
    }
}
