// SPDX-License-Identifier: Apache-2.0
// bench/run QualityBench FOLDER ARCHITECTURE ACCURACY: whether a test accuracy is reached; see bench/quality

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.image.IdxImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.EpochMetrics;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;

/**
 * Whether an architecture reaches a test accuracy in 10 epochs on all training images of a folder of IDX files: AdamW
 * with weight decay 0.05, one cycle up to a learning rate of 0.005, batch size 64, seed 1, all cores. The test images
 * are looked at once, after the last epoch. Exit status 1 if the accuracy is not reached.
 */
public final class QualityBench {

    private static final List<String> CLASSES = IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private QualityBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final Path folder = Path.of(arguments[0]);
        final ImageSet train = read(folder, "train");
        final ImageSet test = read(folder, "t10k");
        final Network start = Network.initialise(
            Architectures.create(arguments[1]).build(train.shape(), CLASSES.size()), CLASSES, Seeds.of(1));
        final FitResult result = new Training(start, train, settings()).fit(RunControl.none());
        for (final EpochMetrics epoch : result.epochs()) {
            System.out.printf(Locale.ROOT, "epoch %2d: training loss %.4f, accuracy %.4f, %.0f s%n", epoch.epoch(),
                epoch.loss(), epoch.accuracy(), epoch.seconds());
        }
        final double accuracy = Accuracy.of(result.network(), test);
        final double wanted = Double.parseDouble(arguments[2]);
        System.out.printf(Locale.ROOT, "QUALITY %s on %s: test accuracy %.4f (wanted %.3f) after %d epochs of %d"
            + " images, %.0f s, %.0f CPU-s, %d MB%n", arguments[1], folder, accuracy, wanted, result.epochs().size(),
            train.size(), result.cost().measure(Quantity.SECONDS), result.cost().measure(Quantity.CPU_SECONDS),
            result.cost().count(Quantity.PEAK_BYTES) >> 20);
        System.exit(accuracy >= wanted ? 0 : 1);
    }

    private static TrainingSettings settings() {
        return new TrainingSettings(10, 64, 0.005, 1, true, Runtime.getRuntime().availableProcessors(),
            new UpdaterSettings(Choice.of("adamw"), 0.05, 0), new ScheduleSettings(Choice.of("one-cycle"), 0),
            ClassWeights.NONE, StoppingSettings.DEFAULT);
    }

    private static ImageSet read(final Path folder, final String part) {
        try (var images = IdxImages.open(file(folder, part + "-images-idx3-ubyte"), ChannelOrder.LAST)) {
            final int[] labels = images.readLabels(file(folder, part + "-labels-idx1-ubyte"));
            final var set = new ImageSetBuilder(images.shape(), CLASSES);
            for (int i = 0; i < labels.length; i++) {
                set.add("Row" + i, images.next(), labels[i]);
            }
            return set.build();
        }
    }

    private static Path file(final Path folder, final String name) {
        final Path packed = folder.resolve(name + ".gz");
        return Files.exists(packed) ? packed : folder.resolve(name);
    }
}
