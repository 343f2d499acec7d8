// SPDX-License-Identifier: Apache-2.0
// bench/run BatchSizeBench: images predicted per second by batch size, noise as images (2 minutes)

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/** Images predicted per second by batch size, 2 threads, noise as images; best of 3 rounds. */
public final class BatchSizeBench {

    private static final int[] SIZES = {4, 8, 16, 32, 64, 128, 256};

    private static final int ROUNDS = 4;

    private BatchSizeBench() {
    }

    public static void main(final String... arguments) throws Exception {
        measure("lenet", new ImageShape(1, 28, 28));
        measure("lenet5", new ImageShape(1, 28, 28));
        measure("resnet8", new ImageShape(3, 32, 32));
        measure("resnet20", new ImageShape(3, 32, 32));
        measure("resnet8", new ImageShape(3, 64, 64));
        measure("vgg-small", new ImageShape(3, 96, 96));
        System.exit(0);
    }

    private static void measure(final String architecture, final ImageShape shape) throws CanceledException {
        final List<String> classes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            classes.add("class " + i);
        }
        final Network network =
            Network.initialise(Architectures.create(architecture).build(shape, 10), classes, Seeds.of(1));
        final long bytes = Float.BYTES * network.spec().activations();
        final ImageSet images = noise(shape, (int)Math.max(256, Math.min(2048, (150L << 20) / bytes)));
        final double[] best = new double[SIZES.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < SIZES.length; i++) {
                final long start = System.nanoTime();
                Inference.probabilities(network, images, new InferenceSettings(SIZES[i], 2), RunControl.none());
                final double speed = images.size() / ((System.nanoTime() - start) / 1e9);
                best[i] = round == 0 ? 0 : Math.max(best[i], speed);
            }
        }
        System.out.printf(Locale.ROOT, "%s, %s, %,d KB, chosen %d:", architecture, shape, bytes >> 10,
            InferenceSettings.DEFAULT.batchSize(network.spec()));
        for (int i = 0; i < SIZES.length; i++) {
            System.out.printf(Locale.ROOT, "  %d: %,.0f", SIZES[i], best[i]);
        }
        System.out.println();
    }

    private static ImageSet noise(final ImageShape shape, final int count) {
        final var images = new ImageSetBuilder(shape, List.of());
        for (int i = 0; i < count; i++) {
            final byte[] pixels = new byte[shape.size()];
            Seeds.of(i).generator().nextBytes(pixels);
            images.add("Row" + i, pixels, ImageSet.UNLABELLED);
        }
        return images.build();
    }
}
