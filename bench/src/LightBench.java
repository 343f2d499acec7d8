// SPDX-License-Identifier: Apache-2.0
// bench/run LightBench [SEEDS=3] [COLOR-FOLDER]: what evening out the light (CLAHE) keeps where half of the test images are dark (2 minutes)

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.augment.Augmentation;
import org.frugalvision.engine.augment.Border;
import org.frugalvision.engine.augment.Interpolation;
import org.frugalvision.engine.augment.Step;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * LeNet, 10 epochs on 1,000 images of usual light: mean recall of the classes on the test images, and on the same where
 * every other one went through gamma 2.5. "clahe" and "clahe-gray" change all images, of training and test, before.
 */
public final class LightBench {

    private static final int IMAGES = 1000;

    private LightBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        final List<MethodPool> pools = new ArrayList<>(List.of(MethodPool.fashion()));
        if (arguments.length > 1) {
            pools.add(MethodPool.folder(Path.of(arguments[1])));
        }
        System.out.println("pool | before | seeds | mean recall | half of the images dark");
        for (final MethodPool pool : pools) {
            for (final String before : pool == pools.get(0) ? List.of("identity", "clahe")
                : List.of("identity", "clahe", "clahe-gray")) {
                double light = 0;
                double half = 0;
                for (int seed = 1; seed <= seeds; seed++) {
                    final ImageSet images = first(pool.training("clean", seed));
                    final Network network = train(changed(images, i -> true, before), seed);
                    light += Accuracy.meanRecall(network, changed(pool.test(), i -> true, before)) / seeds;
                    half += Accuracy.meanRecall(network, changed(changed(pool.test(), i -> i % 2 == 0,
                        "gamma:1:2.5:2.5"), i -> true, before)) / seeds;
                }
                System.out.printf(Locale.ROOT, "%s | %s | %d | %.3f | %.3f%n", pool.name(), before, seeds, light, half);
            }
        }
        System.exit(0);
    }

    private static ImageSet first(final ImageSet images) {
        return images.subset(IntStream.range(0, Math.min(IMAGES, images.size())).toArray());
    }

    private static Network train(final ImageSet images, final int seed) throws Exception {
        return new Training(StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, images, seed), images,
            new TrainingSettings(10, 32, 1e-3, seed, true, 1)).fit(RunControl.none()).network();
    }

    /** Some of the images after one step. */
    private static ImageSet changed(final ImageSet images, final IntPredicate which, final String step) {
        final var augmentation =
            new Augmentation(Stream.of(step).map(Step::parse).toList(), false, Border.EDGE, Interpolation.BILINEAR);
        final var set = new ImageSetBuilder(images.shape(), images.classes());
        final float[] pixels = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            final byte[] values = new byte[pixels.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = (byte)Math.round(255 * pixels[k]);
            }
            final var image = new DecodedImage(images.shape(), values);
            set.add(images.id(i), which.test(i) ? augmentation.variant(image, Seeds.of(1), images.id(i), 1).values()
                : values, images.label(i));
        }
        return set.build();
    }
}
