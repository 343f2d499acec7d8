// SPDX-License-Identifier: Apache-2.0
// bench/run AugmentBench [ROUNDS=5] [PART]: what augmentation costs, in a training and in a table, beside Pillow (5 minutes)

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.augment.Augmentation;
import org.frugalvision.engine.augment.Border;
import org.frugalvision.engine.augment.Interpolation;
import org.frugalvision.engine.augment.OperationInfo;
import org.frugalvision.engine.augment.Operations;
import org.frugalvision.engine.augment.Step;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Three measurements: CPU time of every operation on images of 32 x 32 x 3; CPU time of a training of ResNet-8 on such
 * images with and without run-time augmentation, by turns; and images of 28 x 28 that are decoded, augmented and
 * encoded by one thread, with the same by Pillow, and by the node Image Augmenter in a batch run (Linux only).
 * Arguments: rounds, and one of "operations", "training", "table", "pillow" and "node" for that part alone, as on a
 * machine that is idle for a minute only.
 */
public final class AugmentBench {

    private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

    private static final int IMAGES = 1024;

    /** The clock of CPU time ticks a hundred times a second. */
    private static final int REPEATS = 10;

    private static final String TABLE_STEPS = "horizontal-flip:0.5,rotate:1:-10:10,contrast:1:0.5:1.5";

    private AugmentBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        final List<String> parts =
            arguments.length > 1 ? List.of(arguments[1]) : List.of("operations", "training", "table", "pillow", "node");
        for (final String part : parts) {
            switch (part) {
                case "operations" -> operations();
                case "training" -> training(rounds);
                case "table" -> table(rounds);
                case "pillow" -> pillow();
                case "node" -> node();
                default -> throw new IllegalArgumentException(part);
            }
        }
        System.exit(0);
    }

    private static void operations() {
        final List<DecodedImage> images = images(COLOUR);
        System.out.println("operation | CPU microseconds per image of 32 x 32 x 3");
        for (final OperationInfo info : Operations.infos()) {
            final Augmentation step = augmentation(Step.usual(info.id(), 1).text());
            double best = Double.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                best = Math.min(best, 1e6 / augment(step, images, false).perCpuSecond());
            }
            System.out.printf(Locale.ROOT, "%s | %.1f%n", info.id(), best);
        }
    }

    private static void training(final int rounds) throws Exception {
        final var builder =
            new ImageSetBuilder(COLOUR, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        final List<DecodedImage> images = images(COLOUR);
        for (int i = 0; i < IMAGES; i++) {
            builder.add("Row" + i, images.get(i).values(), i % 10);
        }
        final ImageSet set = builder.build();
        final Network network =
            Network.initialise(Architectures.create("resnet8").build(COLOUR, 10), set.classes(), Seeds.of(1));
        final Map<String, Recipe> recipes = new TreeMap<>(Map.of("0 none", Recipe.NONE,
            "1 flip, crop, random erasing", recipe("horizontal-flip:0.5,crop,random-erasing:0.5"),
            "2 RandAugment", recipe("rand-augment")));
        final Map<String, List<Measurement>> times = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            for (final String name : recipes.keySet()) {
                final Measurement start = Measurement.now(0);
                new Training(network, set, new TrainingSettings(1, 64, 1e-3, 1, true, 2))
                    .with(recipes.get(name).methods()).fit(RunControl.none());
                times.computeIfAbsent(name, key -> new ArrayList<>()).add(Measurement.now(IMAGES).since(start));
            }
        }
        System.out.println("ResNet-8, 2 threads | least CPU ms per 1,000 images | least wall ms | "
            + "median of the wall time over that of none in the same round");
        final List<Measurement> none = times.get("0 none");
        times.forEach((name, all) -> System.out.printf(Locale.ROOT, "%s | %.0f | %.0f | %.3f%n", name.substring(2),
            1e6 / best(all.stream().map(Measurement::perCpuSecond)),
            1e6 / best(all.stream().map(Measurement::perSecond)), IntStream.range(1, rounds)
                .mapToDouble(i -> all.get(i).wall() / none.get(i).wall()).sorted().skip((rounds - 1) / 2).findFirst()
                .orElse(Double.NaN)));
    }

    private static void table(final int rounds) {
        final Augmentation steps = augmentation(TABLE_STEPS);
        final List<DecodedImage> images = images(new ImageShape(1, 28, 28));
        double best = 0;
        for (int round = 0; round < 2 * rounds; round++) {
            best = Math.max(best, augment(steps, images, true).perCpuSecond());
        }
        System.out.printf(Locale.ROOT, "PNG of 28 x 28 decoded, augmented, encoded, one thread: %.0f per CPU-second%n",
            best);
    }

    private static void pillow() throws IOException, InterruptedException {
        final String python = CompetitorProcess.pythonWith("PIL");
        if (python == null) {
            System.out.println("SKIPPED: Pillow, because no python3 here can import PIL"
                + " (Debian: apt-get install python3-pil).");
            return;
        }
        final Process process = new ProcessBuilder(python, "bench/src/pillow_competitor.py")
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            lines.lines().forEach(System.out::println);
        }
        process.waitFor();
    }

    /** Ten copies more of 5,000 images take as long as one run takes longer than the other. */
    private static void node() throws IOException, InterruptedException {
        final Measurement few = node(1);
        final Measurement many = node(11);
        System.out.printf(Locale.ROOT,
            "Image Augmenter, batch run: %.0f images per second, %.0f per CPU-second (%.1f and %.1f s)%n",
            50_000 / (many.wall() - few.wall()), 50_000 / (many.cpu() - few.cpu()), few.wall(), many.wall());
    }

    private static Measurement node(final int copies) throws IOException, InterruptedException {
        final String data = System.getProperty("user.dir") + "/workflows/01 Train on less/data/train-";
        try (var workflow = new BatchWorkflow()) {
            final StringBuilder steps = new StringBuilder("<config key=\"steps\">");
            int i = 0;
            for (final String text : TABLE_STEPS.split(",")) {
                final Step step = Step.parse(text);
                steps.append("<config key=\"" + i++ + "\">"
                    + BatchWorkflow.entry("operation", "xstring", step.operation())
                    + BatchWorkflow.entry("probability", "xdouble", Double.toString(step.probability()))
                    + BatchWorkflow.entry("strength", "xstring", "OWN")
                    + BatchWorkflow.entry("smallest", "xdouble", Double.toString(step.lowest()))
                    + BatchWorkflow.entry("largest", "xdouble", Double.toString(step.highest())) + "</config>\n");
            }
            workflow
                .node(1, "read.dataset.ImageDatasetReader",
                    BatchWorkflow.entry("imagesFile", "xstring", data + "images.idx.gz"),
                    BatchWorkflow.entry("labelsFile", "xstring", data + "labels.idx.gz"))
                .node(2, "prepare.augment.ImageAugmenter", steps + "</config>\n",
                    BatchWorkflow.entry("copies", "xint", Integer.toString(copies)))
                .connection(1, 1, 2, 1);
            return workflow.run(5000L * copies);
        }
    }

    private static double best(final Stream<Double> rates) {
        return rates.mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static Recipe recipe(final String steps) {
        return TrainingMethods.recipe(List.of(new Choice("augmentation", Map.of("steps", steps))));
    }

    private static Augmentation augmentation(final String steps) {
        return new Augmentation(Stream.of(steps.split(",")).map(Step::parse).toList(), false, Border.EDGE,
            Interpolation.BILINEAR);
    }

    private static Measurement augment(final Augmentation augmentation, final List<DecodedImage> images,
        final boolean encoded) {
        final List<byte[]> files = encoded
            ? images.stream().map(image -> PngImages.encode(image.shape(), image.values())).toList() : List.of();
        final Measurement start = Measurement.now(0);
        long bytes = 0;
        for (int i = 0; i < REPEATS * images.size(); i++) {
            final int k = i % images.size();
            final DecodedImage image = encoded ? PngImages.decode(files.get(k), "Image") : images.get(k);
            final DecodedImage made = augmentation.variant(image, Seeds.of(1), "r" + i, 1);
            bytes += encoded ? PngImages.encode(made.shape(), made.values()).length : made.values()[0];
        }
        final Measurement time = Measurement.now(REPEATS * images.size()).since(start);
        if (bytes == Long.MIN_VALUE) {
            throw new IllegalStateException("Nobody computes what nobody reads.");
        }
        return time;
    }

    /** Waves with noise. */
    private static List<DecodedImage> images(final ImageShape shape) {
        final var random = Seeds.of(1).generator();
        final List<DecodedImage> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            final byte[] values = new byte[shape.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = (byte)(100 + 80 * Math.sin(k / 9.0 + i) + random.nextInt(20));
            }
            images.add(new DecodedImage(shape, values));
        }
        return images;
    }
}
