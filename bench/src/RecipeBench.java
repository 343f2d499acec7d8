// SPDX-License-Identifier: Apache-2.0
// bench/run RecipeBench [SEEDS=3] [SCENARIO...]: what training methods do to LeNet and ResNet-8 (an hour)

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * What each training method does to LeNet (ResNet-8 where images are shrunk) on Fashion-MNIST, each where it should
 * help: on few clean images, on images with wrong labels, from careless sources, on classes of different sizes. Beside
 * every method stands no method, and no method stopped at the same multiply-adds where the method needs more or fewer.
 * Means over seeds 1 to N, and the standard deviation of the accuracy. Arguments: seeds (3), names of scenarios (all).
 */
public final class RecipeBench {

    private static final int SQUARE = 12;

    /** What stands before the steps of a run-time augmentation. */
    private static final String STEPS = "augmentation:";

    private final int m_seeds;

    private final ImageSet m_all = FashionMnist.train();

    private final ImageSet m_test = FashionMnist.test();

    private final ImageSet m_covered = covered(m_test);

    private RecipeBench(final int seeds) {
        m_seeds = seeds;
    }

    public static void main(final String... args) throws Exception {
        final var bench = new RecipeBench(args.length > 0 ? Integer.parseInt(args[0]) : 3);
        final List<String> wanted = args.length > 1 ? Arrays.asList(args).subList(1, args.length)
            : List.of("clean", "augmented", "normalised", "pooled", "noisy", "sources", "imbalanced");
        System.out.println("scenario | recipe | accuracy | SD | loss | accuracy covered | multiply-adds (1e9)");
        for (final String scenario : wanted) {
            bench.scenario(scenario);
        }
        System.exit(0);
    }

    private void scenario(final String name) throws Exception {
        final ArchitectureOptions usual = ArchitectureOptions.DEFAULT;
        switch (name) {
            case "clean" -> compare(name, "lenet", this::clean, usual, 30, 64, false, "label-smoothing", "mixup",
                "cutmix", "random-erasing", "batch-augmentation random-erasing", "focal-loss", "sharpness-aware",
                "weight-average", "adversarial-training");
            case "augmented" -> compare(name, "lenet", this::clean, usual, 30, 64, false, "augmentation:crop",
                "augmentation:horizontal-flip:0.5,crop", "augmentation:rotate,translate-x,translate-y,scale",
                "augmentation:rand-augment:1:5:5", "augmentation:rand-augment", "augmentation:trivial-augment",
                "augmentation:uniform-augment", "augmentation:aug-mix");
            case "augmented-long" -> compare(name, "lenet", this::clean, usual, 100, 64, false,
                "augmentation:horizontal-flip:0.5,crop", "augmentation:rand-augment");
            case "normalised" -> compare(name, "lenet", this::clean,
                new ArchitectureOptions(1, BatchNorm.ON, 0, usual.head()), 30, 64, false, "channel-sparsity",
                "weight-average");
            case "pooled" -> compare(name, "resnet8", this::clean, usual, 15, 64, true, "resolution-schedule");
            case "noisy" -> compare(name, "lenet", this::noisy, usual, 10, 32, true, "rho-loss");
            case "sources" -> compare(name, "lenet", this::sources, usual, 20, 64, false, "lap");
            case "imbalanced" -> compare(name, "lenet", this::imbalanced, usual, 15, 64, false, "two-phase");
            default -> throw new IllegalArgumentException(name);
        }
    }

    @FunctionalInterface
    private interface Data {
        ImageSet of(int seed) throws Exception;
    }

    private void compare(final String scenario, final String architecture, final Data data,
        final ArchitectureOptions options, final int epochs, final int batch, final boolean sameCost,
        final String... recipes) throws Exception {
        report(scenario, "none", architecture, data, options, epochs, batch, 0);
        for (final String recipe : recipes) {
            final double macs = report(scenario, recipe, architecture, data, options, epochs, batch, 0);
            if (sameCost) {
                report(scenario, "none", architecture, data, options, 10 * epochs, batch, macs);
            }
        }
    }

    private double report(final String scenario, final String recipe, final String architecture, final Data data,
        final ArchitectureOptions options, final int epochs, final int batch, final double budget) throws Exception {
        final double[][] scores = new double[m_seeds][];
        for (int seed = 1; seed <= m_seeds; seed++) {
            scores[seed - 1] = scores(recipe, architecture, data.of(seed), options, epochs, batch, budget, seed);
        }
        System.out.printf(Locale.ROOT, "%s | %s%s | %.3f | %.3f | %.3f | %.3f | %.1f%n", scenario, recipe,
            budget > 0 ? " at the same cost" : "", mean(scores, 0), deviation(scores), mean(scores, 1),
            mean(scores, 2), mean(scores, 3) / 1e9);
        return mean(scores, 3);
    }

    private double[] scores(final String recipe, final String architecture, final ImageSet images,
        final ArchitectureOptions options, final int epochs, final int batch, final double budget, final long seed)
        throws Exception {
        final Recipe methods = recipe.equals("none") ? Recipe.NONE
            : TrainingMethods.recipe(Stream.of(recipe.split(" ")).map(RecipeBench::choice).toList());
        final Network start = StartingNetwork.untrained(architecture, options, images, seed);
        final long most = (long)(budget / (3 * start.spec().multiplyAdds()));
        final var plain = new TrainingSettings(epochs, batch, 1e-3, seed, true, 0);
        final var settings = new TrainingSettings(epochs, batch, 1e-3, seed, true, 0, plain.updater(),
            plain.schedule(), plain.classWeights(),
            new StoppingSettings(false, StoppingSettings.Metric.LOSS, 1, 0, 0, most));
        final FitResult result =
            new Training(start, images, settings).with(methods.methods()).fit(RunControl.none());
        double loss = 0;
        for (final double value : Inference.losses(result.network(), m_test, InferenceSettings.DEFAULT,
            RunControl.none())) {
            loss += value / m_test.size();
        }
        return new double[]{Accuracy.of(result.network(), m_test), loss, Accuracy.of(result.network(), m_covered),
            result.cost().count(Quantity.FORWARD_MACS) + result.cost().count(Quantity.BACKWARD_MACS)};
    }

    /** Defaults, but where a short training needs another value. */
    private static Choice choice(final String id) {
        if (id.startsWith(STEPS)) {
            return new Choice("augmentation", Map.of("steps", id.substring(STEPS.length())));
        }
        return switch (id) {
            case "lap" -> new Choice(id, Map.of("rate", "0.02", "history", "10"));
            case "adversarial-training" -> new Choice(id,
                Map.of("epsilon", "0.1", "stepSize", "0.125", "warmUpEpochs", "10"));
            default -> Choice.of(id);
        };
    }

    private int[] order(final int seed) {
        return RandomOrder.of(m_all.size(), Seeds.of(seed).named("images").generator());
    }

    /** 1,000 images. */
    private ImageSet clean(final int seed) {
        return m_all.subset(Arrays.copyOf(order(seed), 1000));
    }

    /** 3,000 images, 40 % of them with a random label, and the losses of a network trained on 1,000 others. */
    private ImageSet noisy(final int seed) throws Exception {
        final int[] order = order(seed);
        final ImageSet train = relabelled(m_all.subset(Arrays.copyOf(order, 3000)), i -> i % 5 < 2, seed);
        final ImageSet holdout =
            relabelled(m_all.subset(Arrays.copyOfRange(order, 3000, 4000)), i -> i % 5 < 2, seed + 100);
        final Network judge = new Training(StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, holdout, 1),
            holdout, new TrainingSettings(5, 32, 1e-3, 1, true, 0)).fit(RunControl.none()).network();
        return new ColumnedImages<>(train, Column.IRREDUCIBLE_LOSS,
            Inference.losses(judge, train, InferenceSettings.DEFAULT, RunControl.none()));
    }

    /** Ten sources of 500 images; all labels of four of them are random. */
    private ImageSet sources(final int seed) {
        final ImageSet images = relabelled(m_all.subset(order(seed)), i -> i / 500 < 4, seed);
        return new ColumnedImages<>(images, Column.SOURCE,
            IntStream.range(0, images.size()).mapToObj(i -> "source " + i / 500).toArray(String[]::new));
    }

    /** 400 images of five classes, 10 of the others. */
    private ImageSet imbalanced(final int seed) {
        final int[] left = new int[10];
        Arrays.setAll(left, k -> k % 2 == 0 ? 400 : 10);
        return m_all.subset(Arrays.stream(order(seed)).filter(i -> left[m_all.label(i)]-- > 0).toArray());
    }

    private static ImageSet relabelled(final ImageSet images, final IntPredicate wrong,
        final long seed) {
        final var random = Seeds.of(seed).named("labels").generator();
        final var set = new ImageSetBuilder(images.shape(), images.classes());
        final float[] pixels = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            set.add(images.id(i), bytes(pixels), wrong.test(i) ? random.nextInt(10) : images.label(i));
        }
        return set.build();
    }

    private static ImageSet covered(final ImageSet images) {
        final var random = Seeds.of(0).named("squares").generator();
        final var set = new ImageSetBuilder(images.shape(), images.classes());
        final float[] pixels = new float[images.shape().size()];
        final int width = images.shape().width();
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            final int top = random.nextInt(images.shape().height() - SQUARE + 1);
            final int left = random.nextInt(width - SQUARE + 1);
            final byte[] bytes = bytes(pixels);
            for (int j = 0; j < bytes.length; j++) {
                if (j / width >= top && j / width < top + SQUARE && j % width >= left && j % width < left + SQUARE) {
                    bytes[j] = 0;
                }
            }
            set.add(images.id(i), bytes, images.label(i));
        }
        return set.build();
    }

    private static byte[] bytes(final float[] pixels) {
        final byte[] bytes = new byte[pixels.length];
        for (int j = 0; j < bytes.length; j++) {
            bytes[j] = (byte)Math.round(255 * pixels[j]);
        }
        return bytes;
    }

    private static double mean(final double[][] scores, final int column) {
        return Stream.of(scores).mapToDouble(score -> score[column]).average().orElseThrow();
    }

    private static double deviation(final double[][] scores) {
        final double mean = mean(scores, 0);
        final double squares = Stream.of(scores).mapToDouble(s -> (s[0] - mean) * (s[0] - mean)).sum();
        return Math.sqrt(squares / Math.max(1, scores.length - 1));
    }
}
