// SPDX-License-Identifier: Apache-2.0
// bench/run LargeBatchBench RESULTS [SEEDS]: optimizers with batches of 1,000 images, at several learning rates (10 minutes a seed)

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;

/**
 * What optimizers for large batches are made for: LeNet on 5,000 images of Fashion-MNIST, 20 epochs of 5 updates, the
 * rate warmed up for 2 epochs and then falling along a cosine; beside them Adam with batches of 64.
 */
public final class LargeBatchBench {

    private static final int EPOCHS = 20;

    private static final double WARM_UP = 2;

    private static final int LARGE = 1000;

    private record Case(Choice updater, int batch, double... rates) {
    }

    private static final List<Case> CASES = List.of(new Case(Choice.of("adam"), 64, 0.001),
        new Case(Choice.of("adam"), LARGE, 0.001, 0.004, 0.016),
        new Case(new Choice("nesterov", Map.of("momentum", "0.9")), LARGE, 0.02, 0.1, 0.5),
        new Case(Choice.of("lars"), LARGE, 1, 4, 10), new Case(Choice.of("lamb"), LARGE, 0.01, 0.03, 0.1));

    private LargeBatchBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final FinishedCells cells = FinishedCells.of(Path.of(arguments[0]));
        final int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        for (int seed = 1; seed <= seeds; seed++) {
            for (final Case one : CASES) {
                for (final double rate : one.rates()) {
                    if (cells.find(key(one, rate, seed)).isEmpty()) {
                        cells.add(key(one, rate, seed), train(one, rate, seed));
                    }
                }
            }
        }
        System.out.println("| optimizer | batch | learning rate | mean recall | SD | mean loss |\n|---|---|---|---|---|---|");
        for (final Case one : CASES) {
            for (final double rate : one.rates()) {
                row(cells, one, rate, seeds);
            }
        }
        System.exit(0);
    }

    private static String key(final Case one, final double rate, final int seed) {
        return "%s | %d | %s | seed %d".formatted(one.updater().method(), one.batch(), rate, seed);
    }

    private static FinishedCells.Score train(final Case one, final double rate, final int seed) throws Exception {
        final ImageSet training = FashionMnist.train();
        final Network start = StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, training, seed);
        final var settings = new TrainingSettings(EPOCHS, one.batch(), rate, seed, true, 0,
            new UpdaterSettings(one.updater(), 0, 0), new ScheduleSettings(Choice.of("cosine"), WARM_UP),
            ClassWeights.NONE, StoppingSettings.DEFAULT);
        final long begin = System.nanoTime();
        final FitResult result = new Training(start, training, settings).fit(RunControl.none());
        final double loss = Arrays.stream(Inference.losses(result.network(), FashionMnist.test(),
            InferenceSettings.DEFAULT, RunControl.none())).average().orElseThrow();
        final var cost = result.network().history().ledger().total();
        return new FinishedCells.Score(Accuracy.meanRecall(result.network(), FashionMnist.test()), loss,
            cost.count(Quantity.FORWARD_MACS) + cost.count(Quantity.BACKWARD_MACS), (System.nanoTime() - begin) / 1e9);
    }

    private static void row(final FinishedCells cells, final Case one, final double rate, final int seeds) {
        final double[] recalls = new double[seeds];
        double loss = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            final FinishedCells.Score score = cells.find(key(one, rate, seed)).orElseThrow();
            recalls[seed - 1] = score.recall();
            loss += score.loss() / seeds;
        }
        final double mean = Arrays.stream(recalls).average().orElseThrow();
        final double variance = Arrays.stream(recalls).map(recall -> (recall - mean) * (recall - mean)).sum();
        System.out.printf(Locale.ROOT, "| `%s` | %,d | %s | %.3f | %.3f | %.2f |%n", one.updater().method(), one.batch(),
            rate, mean, Math.sqrt(variance / Math.max(1, seeds - 1)), loss);
    }
}
