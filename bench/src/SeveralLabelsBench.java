// SPDX-License-Identifier: Apache-2.0
// bench/run SeveralLabelsBench FOLDER EPOCHS SEEDS: F2 by thresholds of several labels, e.g. on make_images.py's folder

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.evaluate.FBeta;
import org.frugalvision.engine.evaluate.LabelEvaluation;
import org.frugalvision.engine.evaluate.LabelProbabilities;
import org.frugalvision.engine.evaluate.ThresholdSearch;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * LeNet learns half of the images of a folder that labels.csv lists; a quarter finds a threshold for each label, a
 * quarter is the test. Printed per seed: F2 of the test at 0.5, at 0.2, at the found thresholds, and at thresholds
 * found on the test itself, which is what nobody may do.
 */
public final class SeveralLabelsBench {

    private SeveralLabelsBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final ImageSet images = read(Path.of(arguments[0]));
        final int seeds = Integer.parseInt(arguments[2]);
        System.out.printf("%d images, %d labels, %s epochs%n", images.size(), images.classes().size(), arguments[1]);
        System.out.println("| seed | 0.5 | 0.2 | found | found on the test | macro F1 at 0.5 | macro F1 found |");
        System.out.println("|---|---|---|---|---|---|---|");
        final double[] sums = new double[6];
        for (int seed = 1; seed <= seeds; seed++) {
            final double[] scores = scores(images, Integer.parseInt(arguments[1]), seed);
            Arrays.setAll(sums, k -> sums[k] + scores[k]);
            print(String.valueOf(seed), scores, 1);
        }
        print("mean", sums, seeds);
        System.exit(0);
    }

    private static void print(final String title, final double[] sums, final int count) {
        final StringBuilder line = new StringBuilder("| ").append(title).append(" |");
        for (final double sum : sums) {
            line.append(String.format(Locale.ROOT, " %.3f |", sum / count));
        }
        System.out.println(line);
    }

    private static double[] scores(final ImageSet images, final int epochs, final int seed) throws CanceledException {
        final int[] order = RandomOrder.of(images.size(), Seeds.of(seed).named("split").generator());
        final int half = order.length / 2;
        final int rest = order.length * 3 / 4;
        final ImageSet training = images.subset(Arrays.copyOfRange(order, 0, half));
        final Network network = new Training(
            StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, training, seed), training,
            new TrainingSettings(epochs, 32, 1e-3, seed, true, 1)).fit(RunControl.none()).network();
        final LabelProbabilities validation = predict(network, images.subset(Arrays.copyOfRange(order, half, rest)));
        final LabelProbabilities test = predict(network, images.subset(Arrays.copyOfRange(order, rest, order.length)));
        final var search = new ThresholdSearch(FBeta.DEFAULT);
        final LabelEvaluation usual = at(test, same(0.5, images));
        final LabelEvaluation found = at(test, search.search(validation, RunControl.none()));
        return new double[]{usual.sampleScore(), at(test, same(0.2, images)).sampleScore(), found.sampleScore(),
            at(test, search.search(test, RunControl.none())).sampleScore(), usual.macroF1().orElse(0),
            found.macroF1().orElse(0)};
    }

    private static LabelEvaluation at(final LabelProbabilities data, final double[] thresholds) {
        return LabelEvaluation.of(data, thresholds, FBeta.DEFAULT);
    }

    private static double[] same(final double threshold, final ImageSet images) {
        return IntStream.range(0, images.classes().size()).mapToDouble(k -> threshold).toArray();
    }

    private static LabelProbabilities predict(final Network network, final ImageSet images) throws CanceledException {
        final boolean[][] truth = new boolean[images.size()][images.classes().size()];
        final int[][] labels = images.column(Column.LABELS).orElseThrow();
        for (int i = 0; i < truth.length; i++) {
            for (final int label : labels[i]) {
                truth[i][label] = true;
            }
        }
        return new LabelProbabilities(images.classes(), truth,
            Inference.probabilities(network, images, InferenceSettings.DEFAULT, RunControl.none()));
    }

    private static ImageSet read(final Path folder) throws Exception {
        final List<String[]> lines = Files.readAllLines(folder.resolve("labels.csv")).stream().skip(1)
            .map(line -> line.split(",", -1)).toList();
        final List<String> classes = lines.stream().flatMap(line -> Arrays.stream(line[1].split(" ")))
            .filter(label -> !label.isEmpty()).distinct().sorted().toList();
        final List<int[]> labels = new ArrayList<>();
        ImageSetBuilder builder = null;
        for (final String[] line : lines) {
            final DecodedImage image = PngImages.decode(Files.readAllBytes(folder.resolve(line[0])), line[0]);
            builder = builder != null ? builder : new ImageSetBuilder(image.shape(), classes);
            builder.add(line[0], image.values(), ImageSet.UNLABELLED);
            labels.add(Arrays.stream(line[1].split(" ")).filter(label -> !label.isEmpty())
                .mapToInt(classes::indexOf).sorted().toArray());
        }
        return new ColumnedImages<>(builder.build(), Column.LABELS, labels.toArray(int[][]::new));
    }
}
