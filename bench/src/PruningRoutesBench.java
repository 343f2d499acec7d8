// SPDX-License-Identifier: Apache-2.0
// bench/run PruningRoutesBench RESULTS-FILE [SEEDS] [IMAGES] [EPOCHS] [ROUTE...]: half of the multiply-adds of VGG (small) by ways of training before, pruning and fine-tuning

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.prune.Accuracy;
import org.frugalvision.engine.prune.Allocation;
import org.frugalvision.engine.prune.Pruning;
import org.frugalvision.engine.prune.PruningResult;
import org.frugalvision.engine.prune.PruningSettings;
import org.frugalvision.engine.prune.Quantity;
import org.frugalvision.engine.prune.Removed;
import org.frugalvision.engine.prune.Schedule;
import org.frugalvision.engine.prune.WidthRules;
import org.frugalvision.engine.recipe.ChannelSparsity;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;

/**
 * VGG (small) with batch normalization on Fashion-MNIST, one thread: trained by Adam, then half of the multiply-adds go
 * by a route, then it is fine-tuned. A route is "START,CRITERION,ALLOCATION,STEPS,RATE,EPOCHS,MULTIPLE": trained at a
 * constant rate, along a cosine, or so with channel sparsity of a strength ("sparse0.001"); steps more than 1 are cubic
 * and share the epochs; the rate of fine-tuning is constant or a cosine. Criterion "none" fine-tunes the whole network;
 * "scratch" trains the network that "scale" leaves from nothing, until it has cost as much as all of that.
 */
public final class PruningRoutesBench {

    private static final int BATCH = 64;

    private static final double RATE = 1e-3;

    /** Unless others are given. */
    private static final List<String> ROUTES = List.of("cosine,none,uniform,1,cosine,3,8",
        "cosine,scale,uniform,1,cosine,3,8", "cosine,scratch,uniform,1,cosine,3,8",
        "cosine,random,uniform,1,cosine,3,8", "cosine,scale,uniform,1,constant,3,8",
        "sparse0.0003,none,uniform,1,cosine,3,8", "sparse0.0003,scale,uniform,1,cosine,3,8",
        "cosine,scale,uniform,1,cosine,3,16", "cosine,scale,uniform,3,cosine,3,8",
        "cosine,scale,global,1,cosine,3,8");

    private final Path m_file;

    private final ImageSet m_images;

    private final ImageSet m_test = FashionMnist.test();

    private final int m_epochs;

    private final Map<String, Network> m_starts = new HashMap<>();

    private PruningRoutesBench(final Path file, final int images, final int epochs) {
        m_file = file;
        m_images = FashionMnist.train().subset(IntStream.range(0, images).toArray());
        m_epochs = epochs;
    }

    public static void main(final String... arguments) throws Exception {
        final int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        final int images = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000;
        final int epochs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 9;
        final List<String> routes =
            arguments.length > 4 ? List.of(arguments).subList(4, arguments.length) : ROUTES;
        final var bench = new PruningRoutesBench(Path.of(arguments[0]), images, epochs);
        for (int seed = 1; seed <= seeds; seed++) {
            for (final String route : routes) {
                bench.cell(images + "x" + epochs + " " + route, route.split(","), seed);
            }
            bench.m_starts.clear();
        }
        bench.summary();
        System.exit(0);
    }

    private void cell(final String name, final String[] route, final int seed) throws Exception {
        if (lines().stream().noneMatch(line -> line.startsWith(name + " " + seed + " "))) {
            final Network start = start(route[0], seed);
            final String line = "%s %d %s".formatted(name, seed, switch (route[1]) {
                case "none" -> tuned(start, route, seed);
                case "scratch" -> scratch(start, route, seed);
                default -> pruned(start, route, seed);
            });
            Files.writeString(m_file, line + System.lineSeparator(), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
            System.out.println(line);
        }
    }

    private Network start(final String kind, final int seed) throws Exception {
        if (!m_starts.containsKey(kind)) {
            final Network fresh = fresh(Architectures.create("vgg-small").build(m_images.shape(),
                m_images.classes().size(), new ArchitectureOptions(1, BatchNorm.ON, 0, Head.USUAL)), seed);
            final Recipe recipe = kind.startsWith("sparse")
                ? new Recipe(List.of(new ChannelSparsity(Double.parseDouble(kind.substring("sparse".length())))))
                : Recipe.NONE;
            m_starts.put(kind,
                train(fresh, settings(kind.equals("constant") ? kind : "cosine", m_epochs, seed), recipe));
        }
        return m_starts.get(kind);
    }

    private Network fresh(final NetworkSpec spec, final int seed) {
        return Network.initialise(spec, m_images.classes(), "vgg-small", Seeds.of(seed).named("initialise"));
    }

    private Network train(final Network start, final TrainingSettings settings, final Recipe recipe) throws Exception {
        return new Training(start, m_images, Optional.empty(), settings, recipe, Optional.empty())
            .fit(RunControl.none()).network();
    }

    private static TrainingSettings settings(final String rate, final int epochs, final int seed) {
        return new TrainingSettings(epochs, BATCH, RATE, seed, true, 1, UpdaterSettings.DEFAULT,
            new ScheduleSettings(Choice.of(rate), 0), ClassWeights.NONE, StoppingSettings.DEFAULT);
    }

    private String tuned(final Network start, final String[] route, final int seed) throws Exception {
        final Network tuned = train(start, settings(route[4], Integer.parseInt(route[5]), seed), Recipe.NONE);
        return String.format(Locale.ROOT, "%.4f NaN %.4f 1 1 1 1", accuracy(start), accuracy(tuned));
    }

    private double accuracy(final Network network) throws Exception {
        return Accuracy.of(network, m_test, 1, RunControl.none()).share();
    }

    private String scratch(final Network start, final String[] route, final int seed) throws Exception {
        final NetworkSpec small =
            pruning(start, "scale", route, seed, Optional.empty()).prune(RunControl.none()).network().spec();
        final double share = (double)small.multiplyAdds() / start.spec().multiplyAdds();
        final int epochs = (int)Math.round(m_epochs / share) + Integer.parseInt(route[5]);
        final Network trained = train(fresh(small, seed), settings(route[4], epochs, seed), Recipe.NONE);
        return String.format(Locale.ROOT, "%.4f NaN %.4f %.3f %.3f NaN NaN", accuracy(start), accuracy(trained), share,
            (double)small.parameters() / start.spec().parameters());
    }

    private Pruning pruning(final Network start, final String criterion, final String[] route, final int seed,
        final Optional<TrainingSettings> tuning) {
        final int steps = Integer.parseInt(route[3]);
        final PruningSettings settings = new PruningSettings(Removed.CHANNELS, Choice.of(criterion),
            Allocation.valueOf(route[2].toUpperCase(Locale.ROOT)), Quantity.MULTIPLY_ADDS, 0.5,
            steps == 1 ? Schedule.ONE_SHOT : new Schedule(Schedule.Kind.CUBIC, steps),
            new WidthRules(1, Integer.parseInt(route[6]), List.of()), false, false, 0, 500, seed, 1, BATCH);
        return new Pruning(start, m_images, Optional.of(m_test), settings, tuning, Recipe.NONE);
    }

    private String pruned(final Network start, final String[] route, final int seed) throws Exception {
        final int epochs = Math.max(1, Integer.parseInt(route[5]) / Integer.parseInt(route[3]));
        final PruningResult result =
            pruning(start, route[1], route, seed, Optional.of(settings(route[4], epochs, seed)))
                .prune(RunControl.none());
        final PruningResult.Step whole = result.steps().get(0);
        final PruningResult.Step last = result.steps().get(result.steps().size() - 1);
        return String.format(Locale.ROOT, "%.4f %.4f %.4f %.3f %.3f %.3f %.3f", whole.after().getAsDouble(),
            last.before().getAsDouble(), last.after().getAsDouble(),
            (double)last.multiplyAdds() / whole.multiplyAdds(), (double)last.parameters() / whole.parameters(),
            last.single().median() / whole.single().median(), last.batch().median() / whole.batch().median());
    }

    private List<String> lines() throws Exception {
        return Files.exists(m_file) ? Files.readAllLines(m_file) : List.of();
    }

    private void summary() throws Exception {
        System.out.println("images route seeds whole before after multiply-adds parameters single batch (means)");
        final Map<String, List<String[]>> groups = new TreeMap<>(lines().stream().map(line -> line.split(" "))
            .collect(Collectors.groupingBy(words -> words[0] + " " + words[1])));
        groups.forEach((name, cells) -> System.out.println(name + " " + cells.size() + " " + IntStream.range(3, 10)
            .mapToObj(i -> String.format(Locale.ROOT, "%.3f", cells.stream()
                .mapToDouble(words -> Double.parseDouble(words[i])).average().orElseThrow()))
            .collect(Collectors.joining(" "))));
    }
}
