// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.Seeds;

/**
 * Images to try methods on.
 *
 * @param name what they are called
 * @param all to choose training images from
 * @param test test images
 * @param clean how many images a training has
 */
record MethodPool(String name, ImageSet all, ImageSet test, int clean) {

    static final String FASHION = "fashion-mnist";

    static final int EPOCHS = 10;

    /** Of a class with many images and of one with few, where classes are of different sizes. */
    private static final int MANY = 250;

    private static final int FEW = 10;

    private static final int SOURCES = 10;

    static MethodPool fashion() {
        return new MethodPool(FASHION, FashionMnist.train(), FashionMnist.test(), 2000);
    }

    /** A folder "train" and a folder "test", in each a folder of PNG files per class. */
    static MethodPool folder(final Path folder) throws IOException {
        return new MethodPool(folder.getFileName().toString(), read(folder.resolve("train")),
            read(folder.resolve("test")), 1000);
    }

    int images(final String scenario) {
        return training(scenario, 1).size();
    }

    ImageSet training(final String scenario, final long seed) {
        final int[] order = RandomOrder.of(all.size(), Seeds.of(seed).named("images").generator());
        final ImageSet chosen = all.subset(Arrays.copyOf(order, Math.min(clean, order.length)));
        return switch (scenario) {
            case "clean" -> chosen;
            case "imbalanced" -> imbalanced(order);
            case "noisy" -> relabelled(chosen, i -> i % 5 < 2, seed);
            case "sources" -> new ColumnedImages<>(relabelled(chosen, i -> i % SOURCES < 4, seed), Column.SOURCE,
                IntStream.range(0, chosen.size()).mapToObj(i -> "source " + i % SOURCES).toArray(String[]::new));
            default -> throw new IllegalArgumentException(scenario);
        };
    }

    /** Every other class has many images, the others few. */
    private ImageSet imbalanced(final int[] order) {
        final int[] left = new int[all.classes().size()];
        Arrays.setAll(left, k -> k % 2 == 0 ? FEW : MANY);
        return all.subset(Arrays.stream(order).filter(i -> left[all.label(i)]-- > 0).toArray());
    }

    /** Some images with a label drawn at random. */
    private static ImageSet relabelled(final ImageSet images, final IntPredicate wrong,
        final long seed) {
        final var random = Seeds.of(seed).named("labels").generator();
        final var set = new ImageSetBuilder(images.shape(), images.classes());
        final float[] pixels = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            final byte[] bytes = new byte[pixels.length];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte)Math.round(255 * pixels[k]);
            }
            set.add(images.id(i), bytes, wrong.test(i) ? random.nextInt(images.classes().size()) : images.label(i));
        }
        return set.build();
    }

    private static ImageSet read(final Path folder) throws IOException {
        final List<Path> classes = sorted(folder);
        final List<String> names = classes.stream().map(path -> path.getFileName().toString()).toList();
        ImageSetBuilder set = null;
        for (int k = 0; k < names.size(); k++) {
            for (final Path file : sorted(classes.get(k))) {
                final DecodedImage image = PngImages.decode(Files.readAllBytes(file), file.toString());
                set = set == null ? new ImageSetBuilder(image.shape(), names) : set;
                set.add(names.get(k) + "/" + file.getFileName(), image.values(), k);
            }
        }
        return set.build();
    }

    private static List<Path> sorted(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
