// SPDX-License-Identifier: Apache-2.0
// bench/run SelectionBench [SEEDS=3] [BUDGET-OR-METHOD...]: accuracy of lenet on what selection methods pick (an hour)

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
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
import org.frugalvision.engine.select.Selection;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.select.Thumbnails;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Test accuracy of lenet after training on what each selection method picks of the 5,000 Fashion-MNIST images: mean and
 * standard deviation over seeds 1 to N (argument, default 3). Methods that look at a network have one that was trained
 * on 100 random images; those are not offered. The second accuracy is that of a training on what was picked and these
 * 100 together, as in active learning. Every training makes 320 updates, whatever the budget, so that only the images
 * differ.
 */
public final class SelectionBench {

    private static final int UPDATES = 320;

    private static final int KNOWN = 100;

    private SelectionBench() {
    }

    /** @param args number of seeds, 3 if there is none; budgets and ids of methods, usual ones and all by default */
    public static void main(final String[] args) throws Exception {
        final int seeds = args.length == 0 ? 3 : Integer.parseInt(args[0]);
        final List<String> words = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        final List<Integer> budgets =
            words.stream().filter(word -> word.matches("\\d+")).map(Integer::valueOf).toList();
        final List<String> methods = words.stream().filter(word -> !word.matches("\\d+")).toList();
        System.out.println("budget | method | accuracy | SD | with the 100 known | SD | s of choosing");
        for (final int budget : budgets.isEmpty() ? List.of(20, 50, 100, 500) : budgets) {
            for (final var info : Selectors.infos()) {
                if (methods.isEmpty() || methods.contains(info.id())) {
                    compare(info.id(), budget, seeds);
                }
            }
        }
        System.exit(0);
    }

    private static void compare(final String method, final int budget, final int seeds) throws Exception {
        final var train = FashionMnist.train();
        final var test = FashionMnist.test();
        final var alone = new double[seeds];
        final var together = new double[seeds];
        double seconds = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            final int[] order = RandomOrder.of(train.size(), Seeds.of(seed + 1000).generator());
            final ImageSet known = train.subset(Arrays.copyOf(order, KNOWN));
            final ImageSet pool = train.subset(Arrays.stream(order, KNOWN, order.length).sorted().toArray());
            final Network network = trained(known, seed);
            final long start = System.nanoTime();
            final Selection selection = select(method, budget, seed, pool, network);
            seconds += (System.nanoTime() - start) / 1e9;
            final ImageSet chosen = pool.subset(selection.indices());
            alone[seed - 1] = Accuracy.of(trained(weighted(selection.weights(), chosen), seed), test);
            together[seed - 1] = Accuracy.of(trained(weighted(selection.weights(), chosen, known), seed), test);
        }
        System.out.printf(Locale.ROOT, "%d | %s | %.3f | %.3f | %.3f | %.3f | %.1f%n", budget, method, mean(alone),
            deviation(alone), mean(together), deviation(together), seconds / seeds);
    }

    private static double mean(final double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(final double[] values) {
        final double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(a -> (a - mean) * (a - mean)).sum() / (values.length - 1));
    }

    private static Selection select(final String method, final int budget, final long seed, final ImageSet images,
        final Network network) throws CanceledException {
        final var settings =
            new SelectionSettings(Choice.of(method), new Budget.Images(budget), false, seed);
        final Thumbnails thumbnails = StudyImages.thumbnails(images);
        final var known = new NetworkAnswers(network, images, InferenceSettings.DEFAULT);
        final var answers = new Answers(IntStream.range(0, images.size()).mapToObj(images::id).toList(),
            RunControl.none()).put(Need.LABELS, run -> images.labels()).put(Need.THUMBNAILS, thumbnails)
                .put(Need.VECTORS, known.embeddings()).put(Need.EMBEDDINGS, known.embeddings())
                .put(Need.PROBABILITIES, known.probabilities()).put(Need.BOUNDARIES, known.boundaries())
                .put(Need.FORGETTING, run -> forgetting(images, seed, run));
        return settings.select(answers, RunControl.none()).selection();
    }

    private static double[] forgetting(final ImageSet images, final long seed, final RunControl run)
        throws CanceledException {
        return new Training(StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, images, seed), images,
            new TrainingSettings(6, 64, 1e-3, seed, true, 0))
                .with(List.of(TrainingMethods.create(Choice.of("training-history")))).fit(run).outcomes()
                .get("Forgetting events");
    }

    /** The first images with their weights, others with weight 1. */
    private static ImageSet weighted(final double[] weights, final ImageSet... parts) {
        final var set = new ImageSetBuilder(parts[0].shape(), parts[0].classes());
        final var values = new float[parts[0].shape().size()];
        for (final ImageSet images : parts) {
            for (int i = 0; i < images.size(); i++) {
                images.readPixels(i, values, 0);
                set.add(images.id(i), StudyImages.bytes(values), images.label(i), images == parts[0] ? weights[i] : 1);
            }
        }
        return set.build();
    }

    private static Network trained(final ImageSet train, final long seed) throws CanceledException {
        final int batch = Math.min(64, Math.max(10, train.size() / 5));
        final int updatesPerEpoch = (train.size() + batch - 1) / batch;
        final var settings = new TrainingSettings(Math.max(1, UPDATES / updatesPerEpoch), batch, 1e-3, seed, true, 0);
        return new Training(StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, train, seed), train,
            settings).fit(RunControl.none()).network();
    }
}
