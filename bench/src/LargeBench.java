// SPDX-License-Identifier: Apache-2.0
// bench/run LargeBench [IMAGES=60000]: training on 9 GB of images in a temporary file; set BENCH_HEAP=2g

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;

/**
 * Trains on images that no heap holds: 60,000 (argument) of 3 x 224 x 224, 9 GB in a temporary file, in a shuffled
 * order, until 128 of them have been trained on. Prints times, memory and the free space of the disk, which must be the
 * same afterwards.
 */
public final class LargeBench {

    private static final ImageShape SHAPE = new ImageShape(3, 224, 224);

    private static final List<String> CLASSES = List.of("a", "b");

    private static final int TRAINED = 128;

    private LargeBench() {
    }

    public static void main(final String... arguments) throws IOException, CanceledException {
        final int count = arguments.length == 0 ? 60_000 : Integer.parseInt(arguments[0]);
        final Path folder = Files.createTempDirectory("large");
        final long start = System.nanoTime();
        say(start, folder, "begins");
        final ImageSet images = images(count, folder);
        try {
            say(start, folder, "%,d images kept", count);
            final FitResult result = fit(images);
            say(start, folder, "%,d of them trained on (training alone: %.0f s)",
                result.cost().count(Quantity.SAMPLES_TRAINED),
                result.cost().measure(Quantity.SECONDS));
        } finally {
            images.discard();
        }
        say(start, folder, "discarded");
        Files.delete(folder);
        System.exit(0);
    }

    private static ImageSet images(final int count, final Path folder) {
        final var builder = new ImageSetBuilder(SHAPE, CLASSES, ImageSetBuilder.DEFAULT_MEMORY_BYTES, folder);
        final byte[] pixels = new byte[SHAPE.size()];
        final var random = Seeds.of(1).generator();
        random.nextBytes(pixels);
        for (int i = 0; i < count; i++) {
            pixels[random.nextInt(pixels.length)]++;
            builder.add("Row" + i, pixels.clone(), i % 2);
        }
        return builder.build();
    }

    private static FitResult fit(final ImageSet images) throws CanceledException {
        final Network start = Network.initialise(Architectures.create("resnet8").build(SHAPE, CLASSES.size()), CLASSES,
            Seeds.of(1).named("initialise"));
        return new Training(start, images, new TrainingSettings(1, 32, 1e-3, 1, true, 0, UpdaterSettings.DEFAULT,
            ScheduleSettings.DEFAULT,
                ClassWeights.NONE, new StoppingSettings(false, StoppingSettings.Metric.LOSS, 1, 0, 0, TRAINED)))
                    .fit(RunControl.none());
    }

    private static void say(final long start, final Path folder, final String text, final Object... values)
        throws IOException {
        final Runtime java = Runtime.getRuntime();
        System.out.printf(Locale.ROOT,
            "%4.0f s, Java heap %,d MB of %,d, resident %,d MB, disk %,d MB free: " + text + "%n",
            with(values, (System.nanoTime() - start) / 1e9, (java.totalMemory() - java.freeMemory()) >> 20,
                java.maxMemory() >> 20, Backend.prepare().residentBytes() >> 20,
                Files.getFileStore(folder).getUsableSpace() >> 20));
    }

    private static Object[] with(final Object[] last, final Object... first) {
        final Object[] all = new Object[first.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }
}
