// SPDX-License-Identifier: Apache-2.0
// bench/run PretrainedPruningBench RESULTS-FILE [SEEDS]: do pre-trained networks bear more pruning? Goes on where its file ends; see bench/pruning

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.prune.Allocation;
import org.frugalvision.engine.prune.Pruning;
import org.frugalvision.engine.prune.PruningResult;
import org.frugalvision.engine.prune.PruningSettings;
import org.frugalvision.engine.prune.Quantity;
import org.frugalvision.engine.prune.Removed;
import org.frugalvision.engine.prune.Schedule;
import org.frugalvision.engine.prune.WidthRules;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * LeNet that has learned 4,000 Fashion-MNIST images and then 1,000 others, beside LeNet that has learned the 1,000
 * alone for as many updates; both lose 80, 90 and 95 % of their weights by size in one shot and learn the 1,000 for
 * three more epochs with the mask. Hubens et al. 2020, arXiv:2112.08227.
 */
public final class PretrainedPruningBench {

    private static final int BATCH = 64;

    private static final int FEW = 1000;

    private static final int EPOCHS_BEFORE = 5;

    private static final int EPOCHS = 10;

    private static final List<Double> LEFT = List.of(0.2, 0.1, 0.05);

    private PretrainedPruningBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final Path file = Path.of(arguments[0]);
        final int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        for (int seed = 1; seed <= seeds; seed++) {
            for (final boolean pretrained : new boolean[]{false, true}) {
                final String key = (pretrained ? "pretrained " : "scratch ") + seed;
                if (lines(file).stream().noneMatch(line -> line.startsWith(key + " "))) {
                    Files.writeString(file, key + " " + accuracies(pretrained, seed) + "\n",
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        }
        System.out.println("start seeds whole 0.80 0.90 0.95 (means)");
        final Map<String, List<String[]>> starts = new TreeMap<>(lines(file).stream().map(line -> line.split(" "))
            .collect(Collectors.groupingBy(words -> words[0])));
        starts.forEach((name, cells) -> System.out.println(name + " " + cells.size() + " " + IntStream.range(2, 6)
            .mapToObj(i -> String.format(Locale.ROOT, "%.3f",
                cells.stream().mapToDouble(words -> Double.parseDouble(words[i])).average().orElseThrow()))
            .collect(Collectors.joining(" "))));
        System.exit(0);
    }

    private static String accuracies(final boolean pretrained, final int seed) throws Exception {
        final ImageSet all = FashionMnist.train();
        final ImageSet few = all.subset(IntStream.range(0, FEW).toArray());
        final ImageSet others = all.subset(IntStream.range(FEW, all.size()).toArray());
        final Network start = StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, few, seed);
        final int epochsOfOthers = EPOCHS_BEFORE * others.size() / FEW;
        final Network whole = pretrained
            ? train(train(start, others, EPOCHS_BEFORE, seed), few, EPOCHS, seed)
            : train(start, few, epochsOfOthers + EPOCHS, seed);
        final StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%.4f", Accuracy.of(whole, FashionMnist.test())));
        for (final double left : LEFT) {
            final PruningSettings settings = new PruningSettings(Removed.WEIGHTS, Choice.of("l1"), Allocation.GLOBAL,
                Quantity.PARAMETERS, left, Schedule.ONE_SHOT, WidthRules.DEFAULT, false, false, 0, FEW, seed, 0,
                BATCH);
            final PruningResult pruned = new Pruning(whole, few, Optional.empty(), settings,
                Optional.of(new TrainingSettings(3, BATCH, 1e-3, seed, true, 0)), Recipe.NONE)
                    .prune(RunControl.none());
            text.append(String.format(Locale.ROOT, " %.4f", Accuracy.of(pruned.network(), FashionMnist.test())));
        }
        return text.toString();
    }

    private static Network train(final Network start, final ImageSet images, final int epochs, final int seed)
        throws Exception {
        return new Training(start, images, new TrainingSettings(epochs, BATCH, 1e-3, seed, true, 0))
            .fit(RunControl.none()).network();
    }

    private static List<String> lines(final Path file) throws Exception {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
