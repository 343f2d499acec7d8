// SPDX-License-Identifier: Apache-2.0
// bench/run RebalanceBench [SEEDS=5] [RATIO=50]: lenet on imbalanced classes, plain, rebalanced and corrected (15 minutes)

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.augment.Augmentation;
import org.frugalvision.engine.augment.Border;
import org.frugalvision.engine.augment.Interpolation;
import org.frugalvision.engine.augment.Step;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.PriorCorrection;
import org.frugalvision.engine.resample.ClassWeighting;
import org.frugalvision.engine.resample.LabelledPool;
import org.frugalvision.engine.resample.Resampling;
import org.frugalvision.engine.resample.SemanticScale;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;

/**
 * Half of the classes of the 5,000 Fashion-MNIST images become rarer (step imbalance, ratio 50: 500 and 10 images), and
 * lenet learns in 600 updates from what each way to deal with it makes of them: accuracy, macro AUC and recall of the
 * rare classes on 1,000 balanced test images, mean and standard deviation over seeds 1 to N.
 */
public final class RebalanceBench {

    private static final int UPDATES = 600;

    private static final int BATCH = 64;

    private static final List<String> WAYS = List.of("as-they-are", "as-they-are + prior correction",
        "class weights (inverse frequency)", "class weights (effective number)", "class weights (semantic scale)",
        "oversampling", "oversampling + prior correction", "oversampling, augmented", "undersampling",
        "target-count 100", "target-count 100, augmented", "weighted-sampling");

    private RebalanceBench() {
    }

    /** @param args number of seeds and ratio */
    public static void main(final String[] args) throws Exception {
        final int seeds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        final double ratio = args.length < 2 ? 50 : Double.parseDouble(args[1]);
        System.out.println("way | images | accuracy | SD | macro AUC | SD | recall of rare classes | SD");
        for (final String way : WAYS) {
            final var results = new double[3][seeds];
            int images = 0;
            for (int seed = 1; seed <= seeds; seed++) {
                final ImageSet rare = imbalanced(ratio, seed);
                final ImageSet made = made(way, rare, seed);
                images = made.size();
                final Evaluation evaluation = evaluated(way, trained(way, made, seed), rare);
                final int[] counts = pool(rare).counts();
                final int most = Arrays.stream(counts).max().orElseThrow();
                results[0][seed - 1] = evaluation.accuracy().orElseThrow();
                results[1][seed - 1] = evaluation.macroAuc().orElseThrow();
                results[2][seed - 1] = IntStream.range(0, counts.length).filter(c -> counts[c] < most)
                    .mapToDouble(c -> evaluation.perClass().get(c).recall().orElseThrow()).average().orElseThrow();
            }
            System.out.print(way + " | " + images);
            for (final double[] values : results) {
                final double mean = Arrays.stream(values).average().orElseThrow();
                System.out.printf(Locale.ROOT, " | %.3f | %.3f", mean,
                    Math.sqrt(Arrays.stream(values).map(a -> (a - mean) * (a - mean)).sum() / (seeds - 1)));
            }
            System.out.println();
        }
        System.exit(0);
    }

    private static ImageSet imbalanced(final double ratio, final int seed) {
        final ImageSet all = FashionMnist.train();
        final int[] times = new Resampling(new Choice("step-imbalance", Map.of("share", "0.5", "ratio", "" + ratio)),
            seed).times(pool(all));
        return all.subset(IntStream.range(0, times.length).filter(i -> times[i] > 0).toArray());
    }

    private static ImageSet made(final String way, final ImageSet images, final int seed) {
        final String method = way.split("[ ,]")[0];
        final Choice choice = method.equals("class") ? Choice.of("as-they-are")
            : new Choice(method, method.equals("target-count") ? Map.of("images", "100") : Map.of());
        final int[] times = new Resampling(choice, seed).times(pool(images));
        final var changes = new Augmentation(List.of(Step.usual("horizontal-flip", 0.5), Step.usual("crop", 1)), false,
            Border.EDGE, Interpolation.BILINEAR);
        final var set = new ImageSetBuilder(images.shape(), images.classes());
        final var values = new float[images.shape().size()];
        for (int i = 0; i < times.length; i++) {
            images.readPixels(i, values, 0);
            final var image = new DecodedImage(images.shape(), bytes(values));
            for (int copy = 0; copy < times[i]; copy++) {
                set.add(images.id(i) + "~" + copy, copy > 0 && way.endsWith("augmented")
                    ? changes.variant(image, Seeds.of(seed), images.id(i), copy).values() : image.values(),
                    images.label(i));
            }
        }
        return set.build();
    }

    private static Network trained(final String way, final ImageSet images, final int seed) throws CanceledException {
        final int epochs = Math.max(1, Math.round(UPDATES / (float)((images.size() + BATCH - 1) / BATCH)));
        final var settings = new TrainingSettings(epochs, BATCH, 1e-3, seed, true, 0, UpdaterSettings.DEFAULT,
            ScheduleSettings.DEFAULT, weights(way, images), StoppingSettings.DEFAULT);
        return new Training(StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, images, seed), images,
            settings).fit(RunControl.none()).network();
    }

    private static ClassWeights weights(final String way, final ImageSet images) {
        final int[] counts = pool(images).counts();
        final double[] weights = way.endsWith("(inverse frequency)") ? ClassWeighting.inverseFrequency(counts)
            : way.endsWith("(effective number)") ? ClassWeighting.effectiveNumber(counts, 0.999)
                : way.endsWith("(semantic scale)") ? SemanticScale.weights(SemanticScale.of(vectors(images), pool(
                    images))) : null;
        if (weights == null) {
            return ClassWeights.NONE;
        }
        final var byName = new TreeMap<String, Double>();
        for (int c = 0; c < weights.length; c++) {
            byName.put(images.classes().get(c), weights[c]);
        }
        return new ClassWeights(ClassWeights.Kind.GIVEN, byName);
    }

    /** The images on a grid of 7 x 7 means. */
    private static float[][] vectors(final ImageSet images) {
        final var values = new float[images.shape().size()];
        final var vectors = new float[images.size()][49];
        for (int i = 0; i < vectors.length; i++) {
            images.readPixels(i, values, 0);
            for (int k = 0; k < values.length; k++) {
                vectors[i][k / 28 / 4 * 7 + k % 28 / 4] += values[k] / 16;
            }
        }
        return vectors;
    }

    private static Evaluation evaluated(final String way, final Network network, final ImageSet rare)
        throws CanceledException {
        final ImageSet test = FashionMnist.test();
        final double[][] probabilities =
            Inference.probabilities(network, test, InferenceSettings.DEFAULT, RunControl.none());
        final Optional<PriorCorrection> correction = way.endsWith("prior correction")
            ? Optional.of(PriorCorrection.toUniform(
                Arrays.stream(pool(rare).counts()).mapToDouble(count -> count / (double)rare.size()).toArray()))
            : Optional.empty();
        final var evaluation = new EvaluationBuilder(test.classes());
        for (int i = 0; i < test.size(); i++) {
            final double[] p = probabilities[i];
            final double[] corrected = correction.map(prior -> prior.apply(p)).orElse(p);
            final int best = IntStream.range(0, corrected.length).reduce(0, (a, b) -> corrected[b] > corrected[a] ? b
                : a);
            evaluation.add(test.id(i), test.label(i), best, corrected);
        }
        return evaluation.build();
    }

    private static LabelledPool pool(final ImageSet images) {
        return new LabelledPool(images.labels(), images.classes());
    }

    private static byte[] bytes(final float[] values) {
        final var bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)Math.round(255 * values[i]);
        }
        return bytes;
    }
}
