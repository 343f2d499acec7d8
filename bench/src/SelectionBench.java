// SPDX-License-Identifier: Apache-2.0
// bench/run SelectionBench [SEEDS=3] [BUDGET...]: accuracy of lenet on what each selection method picks (an hour)

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.NetworkAnswers;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.select.Thumbnails;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Test accuracy of lenet after training on what each selection method picks of the 5,000 Fashion-MNIST images: mean and
 * standard deviation over seeds 1 to N (argument, default 3). Every training makes 320 updates, whatever the budget, so
 * that only the images differ.
 */
public final class SelectionBench {

    private static final int UPDATES = 320;

    private SelectionBench() {
    }

    /** @param args number of seeds, 3 if there is none, and budgets */
    public static void main(final String[] args) throws Exception {
        final int seeds = args.length == 0 ? 3 : Integer.parseInt(args[0]);
        final var train = FashionMnist.train();
        final var test = FashionMnist.test();
        System.out.println("budget | method | accuracy | SD");
        final int[] budgets = args.length < 2 ? new int[]{20, 50, 100, 500}
            : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        for (final int budget : budgets) {
            for (final var info : Selectors.infos()) {
                final var accuracies = new double[seeds];
                for (int seed = 1; seed <= seeds; seed++) {
                    final ImageSet first = train.subset(
                        Arrays.copyOf(RandomOrder.of(train.size(), Seeds.of(seed + 1000).generator()), 100));
                    accuracies[seed - 1] = Accuracy.of(
                        trained(select(info.id(), budget, seed, train, trained(first, seed)), seed), test);
                }
                final double mean = Arrays.stream(accuracies).average().orElseThrow();
                final double squares = Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum();
                System.out.printf(Locale.ROOT, "%d | %s | %.3f | %.3f%n", budget, info.id(), mean,
                    Math.sqrt(squares / (seeds - 1)));
            }
        }
    }

    /** Methods that look at a network have one that was trained on 100 random images, without their cost. */
    private static ImageSet select(final String method, final int budget, final long seed, final ImageSet images,
        final Network network) throws CanceledException {
        final var settings =
            new SelectionSettings(Choice.of(method), new Budget.Images(budget), false, seed);
        final var thumbnails = new Thumbnails();
        final var values = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, values, 0);
            thumbnails.add(images.id(i), new DecodedImage(images.shape(), bytes(values)));
        }
        final var known = new NetworkAnswers(network, images, InferenceSettings.DEFAULT);
        final var answers = new Answers(IntStream.range(0, images.size()).mapToObj(images::id).toList(),
            RunControl.none()).put(Need.LABELS, run -> images.labels()).put(Need.THUMBNAILS, thumbnails)
                .put(Need.VECTORS, known.embeddings()).put(Need.EMBEDDINGS, known.embeddings())
                .put(Need.PROBABILITIES, known.probabilities())
                .put(Need.FORGETTING, run -> forgetting(images, seed, run));
        final var selection = settings.select(answers, RunControl.none()).selection();
        return weighted(images.subset(selection.indices()), selection.weights());
    }

    private static double[] forgetting(final ImageSet images, final long seed, final RunControl run)
        throws CanceledException {
        return new Training(StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, images, seed), images,
            new TrainingSettings(6, 64, 1e-3, seed, true, 0))
                .with(List.of(TrainingMethods.create(Choice.of("training-history")))).fit(run).outcomes()
                .get("Forgetting events");
    }

    private static ImageSet weighted(final ImageSet images, final double[] weights) {
        final var set = new ImageSetBuilder(images.shape(), images.classes());
        final var values = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, values, 0);
            set.add(images.id(i), bytes(values), images.label(i), weights[i]);
        }
        return set.build();
    }

    private static byte[] bytes(final float[] values) {
        final var bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)Math.round(255 * values[i]);
        }
        return bytes;
    }

    private static Network trained(final ImageSet train, final long seed) throws CanceledException {
        final int batch = Math.min(64, Math.max(10, train.size() / 5));
        final int updatesPerEpoch = (train.size() + batch - 1) / batch;
        final var settings = new TrainingSettings(Math.max(1, UPDATES / updatesPerEpoch), batch, 1e-3, seed, true, 0);
        return new Training(StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, train, seed), train,
            settings).fit(RunControl.none()).network();
    }
}
