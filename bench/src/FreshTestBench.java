// SPDX-License-Identifier: Apache-2.0
// bench/run FreshTestBench [NETWORKS=20]: how much a test set flatters the network that it has chosen (5 minutes)

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.evaluate.AccuracyDrop;
import org.frugalvision.engine.evaluate.ClassCounts;
import org.frugalvision.engine.evaluate.Proportion;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Networks that differ in nothing but their seed, lenet5 on 1,000 Fashion-MNIST images for 20 epochs, meet 1,000 times a
 * small test set drawn from the 1,000 test images, and the others as a fresh one. The accuracy drop of the first network,
 * which nobody has chosen, is beside that of the network that is best on the small set: both should be 0. The last columns
 * tell how often the 95 % interval of a drop lies above or below 0.
 */
public final class FreshTestBench {

    private static final int SPLITS = 1000;

    private FreshTestBench() {
    }

    /** @param args number of networks, 20 if there is none */
    public static void main(final String[] args) throws Exception {
        final boolean[][] right = right(args.length == 0 ? 20 : Integer.parseInt(args[0]));
        System.out.println("test images | network | mean drop | interval above 0 | interval below 0");
        for (final int images : new int[]{50, 100, 200, 500}) {
            print(images, "the first", right, false);
            print(images, "the best of " + right.length, right, true);
        }
        System.exit(0);
    }

    private static void print(final int images, final String name, final boolean[][] right, final boolean choose) {
        double sum = 0;
        int above = 0;
        int below = 0;
        for (int split = 1; split <= SPLITS; split++) {
            final int[] order = RandomOrder.of(right[0].length, Seeds.of(split).generator());
            final int[] worn = Arrays.copyOf(order, images);
            final int chosen = choose ? best(right, worn) : 0;
            final var drop = new AccuracyDrop(counts(right[chosen], worn),
                counts(right[chosen], Arrays.copyOfRange(order, images, order.length)));
            sum += drop.drop();
            above += drop.interval(Proportion::wilson).lower() > 0 ? 1 : 0;
            below += drop.interval(Proportion::wilson).upper() < 0 ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%d | %s | %.4f | %.3f | %.3f%n", images, name, sum / SPLITS,
            (double)above / SPLITS, (double)below / SPLITS);
    }

    /** Ties: the first. */
    private static int best(final boolean[][] right, final int[] images) {
        return IntStream.range(0, right.length).boxed()
            .reduce((a, b) -> count(right[b], images) > count(right[a], images) ? b : a).orElseThrow();
    }

    private static ClassCounts counts(final boolean[] right, final int[] images) {
        return new ClassCounts(new long[]{images.length}, new long[]{count(right, images)});
    }

    private static long count(final boolean[] right, final int[] images) {
        return Arrays.stream(images).filter(i -> right[i]).count();
    }

    /** For each network, whether each test image is predicted right. */
    private static boolean[][] right(final int networks) throws Exception {
        final ImageSet all = FashionMnist.train();
        final ImageSet train = all.subset(IntStream.range(0, 1000).toArray());
        final ImageSet test = FashionMnist.test();
        final boolean[][] right = new boolean[networks][test.size()];
        for (int seed = 1; seed <= networks; seed++) {
            final Network network =
                new Training(StartingNetwork.untrained("lenet5", ArchitectureOptions.DEFAULT, train, seed), train,
                    new TrainingSettings(20, 64, 1e-3, seed, true, 0)).fit(RunControl.none()).network();
            final double[][] probabilities =
                Inference.probabilities(network, test, InferenceSettings.DEFAULT, RunControl.none());
            for (int i = 0; i < probabilities.length; i++) {
                int best = 0;
                for (int k = 1; k < probabilities[i].length; k++) {
                    best = probabilities[i][k] > probabilities[i][best] ? k : best;
                }
                right[seed - 1][i] = best == test.label(i);
            }
        }
        return right;
    }
}
