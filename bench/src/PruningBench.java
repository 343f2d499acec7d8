// SPDX-License-Identifier: Apache-2.0
// bench/run PruningBench RESULTS-FILE [SEEDS] [IMAGES] [EPOCHS] [NETWORK] [COLOR-FOLDER]: half of the multiply-adds by criteria, and a small network from scratch at the same cost; see bench/pruning

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.prune.Allocation;
import org.frugalvision.engine.prune.Criteria;
import org.frugalvision.engine.prune.CriterionInfo;
import org.frugalvision.engine.prune.Pruning;
import org.frugalvision.engine.prune.PruningResult;
import org.frugalvision.engine.prune.PruningSettings;
import org.frugalvision.engine.prune.Removed;
import org.frugalvision.engine.prune.Schedule;
import org.frugalvision.engine.prune.WidthRules;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * LeNet, VGG (small) and ResNet-14, all with batch normalization, on Fashion-MNIST or on a folder of colour images with
 * folders "train" and "test"; one thread. Each network is trained, loses half of its multiply-adds in one shot (the
 * same share of each layer, widths rounded to 8), and is fine-tuned for a third of the epochs. LeNet is pruned by every
 * criterion, the others by some. "scratch" is the network that L1 gives, trained from nothing until it has cost what
 * the whole network, pruning and fine-tuning cost.
 */
public final class PruningBench {

    private static final List<String> NETWORKS = List.of("lenet", "vgg-small", "resnet14");

    private static final String SCRATCH = "scratch";

    /** Tried on the deeper networks, where each takes minutes. */
    private static final List<String> SOME = List.of("random", "l1", "scale", "taylor", "next-layer");

    private static final int BATCH = 64;

    private final Path m_file;

    private final String m_pool;

    private final ImageSet m_images;

    private final ImageSet m_test;

    private final int m_epochs;

    private PruningBench(final Path file, final MethodPool pool, final int images, final int epochs) {
        m_file = file;
        m_pool = pool.name();
        m_images = pool.name().equals(MethodPool.FASHION) ? pool.all().subset(IntStream.range(0, images).toArray())
            : pool.training("clean", 1);
        m_test = pool.test();
        m_epochs = epochs;
    }

    public static void main(final String... arguments) throws Exception {
        final int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        final int images = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000;
        final int epochs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 9;
        final MethodPool pool =
            arguments.length > 5 ? MethodPool.folder(Path.of(arguments[5])) : MethodPool.fashion();
        final var bench = new PruningBench(Path.of(arguments[0]), pool, images, epochs);
        for (int seed = 1; seed <= seeds; seed++) {
            for (final String network : arguments.length > 4 ? List.of(arguments[4].split(",")) : NETWORKS) {
                bench.cell(network, seed);
            }
        }
        bench.summary();
        System.exit(0);
    }

    private void cell(final String architecture, final int seed) throws Exception {
        final String key =
            architecture + (m_pool.equals(MethodPool.FASHION) ? "" : "@" + m_pool) + " " + seed;
        final List<String> wanted = new ArrayList<>(
            architecture.equals("lenet") ? Criteria.infos().stream().map(CriterionInfo::id).toList() : SOME);
        wanted.add(SCRATCH);
        final List<String> done = lines().stream().filter(line -> line.startsWith(key + " "))
            .map(line -> line.split(" ")[2]).toList();
        if (done.containsAll(wanted)) {
            return;
        }
        final Network whole = train(start(architecture, seed), m_epochs, seed);
        for (final String criterion : wanted) {
            if (!done.contains(criterion)) {
                final String result =
                    criterion.equals(SCRATCH) ? scratch(whole, seed) : text(prune(whole, criterion, seed));
                Files.writeString(m_file, "%s %s %s%n".formatted(key, criterion, result), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
                System.out.println(key + " " + criterion + " " + result);
            }
        }
    }

    private Network start(final String architecture, final int seed) {
        final BatchNorm norm = Architectures.info(architecture).options().contains(ArchitectureOption.BATCH_NORM)
            ? BatchNorm.ON : BatchNorm.USUAL;
        return Network.initialise(
            Architectures.create(architecture).build(m_images.shape(), m_images.classes().size(),
                new ArchitectureOptions(1, norm, 0, Head.USUAL)),
            m_images.classes(), architecture, Seeds.of(seed).named("initialise"));
    }

    private Network train(final Network start, final int epochs, final int seed) throws Exception {
        return new Training(start, m_images, new TrainingSettings(epochs, BATCH, 1e-3, seed, true, 1))
            .fit(RunControl.none()).network();
    }

    private PruningResult prune(final Network whole, final String criterion, final int seed) throws Exception {
        final PruningSettings settings = new PruningSettings(Removed.CHANNELS, Choice.of(criterion), Allocation.UNIFORM,
            org.frugalvision.engine.prune.Quantity.MULTIPLY_ADDS, 0.5, Schedule.ONE_SHOT,
            new WidthRules(1, 8, List.of()), false, false, 0, 500, seed, 1, BATCH);
        return new Pruning(whole, m_images, Optional.of(m_test), settings,
            Optional.of(new TrainingSettings(m_epochs / 3, BATCH, 1e-3, seed, true, 1)), Recipe.NONE)
                .prune(RunControl.none());
    }

    /** The shares are of the whole network's. */
    private static String text(final PruningResult result) {
        final PruningResult.Step whole = result.steps().get(0);
        final PruningResult.Step step = result.steps().get(1);
        return String.format(Locale.ROOT, "%.4f %.4f %.4f %.3f %.3f %.3f %.3f", whole.after().getAsDouble(),
            step.before().getAsDouble(), step.after().getAsDouble(),
            (double)step.multiplyAdds() / whole.multiplyAdds(), (double)step.parameters() / whole.parameters(),
            step.single().median() / whole.single().median(), step.batch().median() / whole.batch().median());
    }

    private String scratch(final Network whole, final int seed) throws Exception {
        final PruningResult pruned = prune(whole, "l1", seed);
        final Network start = Network.initialise(pruned.network().spec(), whole.classes(), "",
            Seeds.of(seed).named("initialise"));
        final long budget = spent(pruned.network());
        final long perEpoch = spent(train(start, 1, seed));
        final int epochs = (int)Math.max(1, Math.round((double)budget / perEpoch));
        final PruningResult measured = new Pruning(train(start, epochs, seed), m_images, Optional.of(m_test),
            PruningSettings.DEFAULT, Optional.empty(), Recipe.NONE).prune(RunControl.none());
        return String.format(Locale.ROOT, "%.4f NaN %.4f %.3f %.3f NaN NaN", pruned.steps().get(0).after()
            .getAsDouble(), measured.steps().get(0).after().getAsDouble(),
            (double)start.spec().multiplyAdds() / whole.spec().multiplyAdds(),
            (double)start.spec().parameters() / whole.spec().parameters());
    }

    private static long spent(final Network network) {
        final var total = network.history().ledger().total();
        return total.count(Quantity.FORWARD_MACS) + total.count(Quantity.BACKWARD_MACS);
    }

    private List<String> lines() throws Exception {
        return Files.exists(m_file) ? Files.readAllLines(m_file) : List.of();
    }

    private void summary() throws Exception {
        System.out.println("network criterion seeds whole before after multiply-adds parameters single batch (means)");
        final Map<String, List<String[]>> groups = new TreeMap<>(lines().stream().map(line -> line.split(" "))
            .collect(Collectors.groupingBy(words -> words[0] + " " + words[2])));
        groups.forEach((name, cells) -> System.out.println(name + " " + cells.size() + " " + IntStream.range(3, 10)
            .mapToObj(i -> String.format(Locale.ROOT, "%.3f",
                cells.stream().mapToDouble(words -> Double.parseDouble(words[i])).average().orElseThrow()))
            .collect(Collectors.joining(" "))));
    }
}
