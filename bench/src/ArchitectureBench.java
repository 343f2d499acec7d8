// SPDX-License-Identifier: Apache-2.0
// bench/run ArchitectureBench EPOCHS SEEDS ARCHITECTURE...: test accuracy of architectures on 5,000 images

import java.util.Locale;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Test accuracy, weights, multiply-adds and processor time of architectures on the 5,000 images of the first workflow,
 * for seeds 1, 2, ...: Adam, learning rate 0.001, batch size 64, all cores.
 */
public final class ArchitectureBench {

    private ArchitectureBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final int epochs = Integer.parseInt(arguments[0]);
        final int seeds = Integer.parseInt(arguments[1]);
        final ImageSet train = FashionMnist.train();
        final ImageSet test = FashionMnist.test();
        for (int i = 2; i < arguments.length; i++) {
            final var spec = Architectures.create(arguments[i]).build(train.shape(), train.classes().size());
            double sum = 0;
            double cpuSeconds = 0;
            final var each = new StringBuilder();
            for (int seed = 1; seed <= seeds; seed++) {
                final Network start = Network.initialise(spec, train.classes(), Seeds.of(seed).named("initialise"));
                final FitResult result = new Training(start, train, new TrainingSettings(epochs, 64, 1e-3, seed, true,
                    Runtime.getRuntime().availableProcessors())).fit(RunControl.none());
                final double accuracy = Accuracy.of(result.network(), test);
                sum += accuracy;
                cpuSeconds += result.cost().measure(Quantity.CPU_SECONDS);
                each.append(String.format(Locale.ROOT, " %.4f", accuracy));
            }
            System.out.printf(Locale.ROOT,
                "ARCHITECTURE %s: %,d weights, %,d multiply-adds; %d epochs, test accuracy %.4f (%s), %.1f CPU-s%n",
                arguments[i], spec.parameters(), spec.multiplyAdds(), epochs, sum / seeds, each.toString().strip(),
                cpuSeconds / seeds);
        }
        System.exit(0);
    }
}
