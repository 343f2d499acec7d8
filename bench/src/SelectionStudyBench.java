// SPDX-License-Identifier: Apache-2.0
// bench/run SelectionStudyBench FILE [SEEDS=3] [SCENARIO...]: does choosing pay, case by case; goes on where FILE ends

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.select.Selection;

/**
 * What selection methods are worth where they say they help, on the 5,000 Fashion-MNIST images: mean and standard
 * deviation over seeds 1 to N. Every cell (scenario, method, seed) is a line of the file and is not measured again.
 * <ul>
 * <li>rare: 40 of a pool in which 2 classes have 18 images each are chosen by a network that knows 84 images; 5 known
 * ones of each rare class are the query: how many of the 40 are rare;</li>
 * <li>flips: 5 % of labels are wrong; two networks judge the half that they have not seen: the share of the wrong
 * labels in the first tenth of the ranking;</li>
 * <li>active, imbalanced, redundant: test accuracy of a training on 100 known and 100 chosen images; of all images; of
 * a pool with a tenth of classes 5 to 9; of 600 images, each there 5 times;</li>
 * <li>first: test accuracy of a training on 50 images chosen without any network or label;</li>
 * <li>hundredth, tenth: of a training on 50 and 500 images that a network chooses that has learned all 5,000;</li>
 * <li>rounds, foreign: see {@link StudyOfRounds}.</li>
 * </ul>
 * A network is LeNet with dropout 0.5 before its last layer, 320 updates.
 */
public final class SelectionStudyBench {

    private static final int KNOWN = 100;

    private static final int CHOSEN = 100;

    private static final Map<String, List<String>> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("rare", List.of("random", "entropy", "badge", "similar-mutual-information",
            "similar-mutual-information{function=gcmi}", "similar-mutual-information{function=com}",
            "similar-mutual-information{function=flvmi}", "similar-mutual-information{function=log-det-mi}",
            "similar-conditional-mutual-information"));
        SCENARIOS.put("flips", List.of("confident-learning", "random"));
        final List<String> active = List.of("random", "margin", "entropy", "badge", "base", "facility-location",
            "k-center", "k-center-pca", "disparity", "similar-conditional-gain", "probcover", "bald", "batch-bald",
            "mean-sd", "variation-ratios", "deepfool", "bim", "glister", "sparse-approximation", "ceal");
        SCENARIOS.put("active", active);
        SCENARIOS.put("imbalanced", List.of("random", "margin", "base", "entropy", "badge", "bald", "batch-bald"));
        SCENARIOS.put("redundant", List.of("random", "entropy", "margin", "badge", "batch-bald", "facility-location"));
        SCENARIOS.put("first", List.of("random", "k-means", "typiclust", "probcover", "facility-location", "k-center",
            "dacs", "pt4al-start"));
        final List<String> coresets = List.of("random", "stratified-random", "herding", "herding-embeddings",
            "facility-location", "k-center", "craig", "grad-match", "badge", "margin", "entropy", "least-confidence",
            "forgetting", "el2n", "grand");
        SCENARIOS.put("hundredth", coresets);
        SCENARIOS.put("tenth", coresets);
        SCENARIOS.put("rounds", List.of("random", "entropy", "margin", "tod", "pt4al"));
        SCENARIOS.put("foreign", List.of("random", "entropy", "margin", "poal"));
    }

    private final Path m_file;

    private final Map<String, Double> m_cells = new TreeMap<>();

    private SelectionStudyBench(final Path file) throws IOException {
        m_file = file;
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().map(line -> line.split("\t"))
                .forEach(cell -> m_cells.put(cell[0] + "\t" + cell[1] + "\t" + cell[2], Double.valueOf(cell[3])));
        }
    }

    /** @param args file of finished cells; number of seeds, 3 if there is none; scenarios, all by default */
    public static void main(final String[] args) throws Exception {
        final int seeds = args.length < 2 ? 3 : Integer.parseInt(args[1]);
        final List<String> wanted = Arrays.asList(args).subList(Math.min(2, args.length), args.length);
        final SelectionStudyBench bench = new SelectionStudyBench(Path.of(args[0]));
        for (final String scenario : wanted.isEmpty() ? SCENARIOS.keySet() : wanted) {
            for (int seed = 1; seed <= seeds; seed++) {
                bench.measure(scenario, seed);
            }
            bench.print(scenario, seeds);
        }
        System.exit(0);
    }

    private void print(final String scenario, final int seeds) {
        System.out.println("scenario | method | mean | SD");
        for (final String method : SCENARIOS.get(scenario)) {
            final double[] values = IntStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> m_cells.get(scenario + "\t" + method + "\t" + seed)).toArray();
            final double mean = Arrays.stream(values).average().orElseThrow();
            System.out.printf(Locale.ROOT, "%s | %s | %.3f | %.3f%n", scenario, method, mean,
                Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (seeds - 1)));
        }
    }

    private void measure(final String scenario, final int seed) throws Exception {
        final List<String> left = SCENARIOS.get(scenario).stream()
            .filter(method -> !m_cells.containsKey(scenario + "\t" + method + "\t" + seed)).toList();
        if (left.isEmpty()) {
            return;
        }
        final RandomGenerator random = Seeds.of(seed + 1000).generator();
        final ImageSet train = FashionMnist.train();
        final int[] order = RandomOrder.of(train.size(), random);
        switch (scenario) {
            case "rare" -> rare(train, order, seed, left);
            case "flips" -> flips(train, order, random, seed, left);
            case "imbalanced" -> active(scenario, train,
                StudyImages.filtered(order, i -> train.label(i) < 5 || i % 10 == 0), seed, left);
            case "redundant" -> active(scenario, StudyImages.repeated(train.subset(Arrays.copyOf(order, 600))),
                RandomOrder.of(3000, random), seed, left);
            case "first" -> budgets(scenario, 50, seed, left);
            case "hundredth" -> budgets(scenario, 50, seed, left);
            case "tenth" -> budgets(scenario, 500, seed, left);
            case "rounds" -> {
                for (final String method : left) {
                    keep(scenario, method, seed, StudyOfRounds.rounds(method, order, seed));
                }
            }
            case "foreign" -> {
                for (final String method : left) {
                    keep(scenario, method, seed, StudyOfRounds.foreign(method, order, seed));
                }
            }
            default -> active(scenario, train, order, seed, left);
        }
    }

    private void keep(final String scenario, final String method, final int seed, final double value)
        throws IOException {
        final String key = scenario + "\t" + method + "\t" + seed;
        m_cells.put(key, value);
        Files.writeString(m_file, key + "\t" + value + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void budgets(final String scenario, final int budget, final int seed, final List<String> methods)
        throws Exception {
        final StudyOfBudgets study = new StudyOfBudgets(!scenario.equals("first"), seed);
        for (final String method : methods) {
            keep(scenario, method, seed, study.accuracy(method, budget));
        }
    }

    private void rare(final ImageSet train, final int[] order, final int seed, final List<String> methods)
        throws Exception {
        final Set<Integer> rare = Set.of(8, 9);
        final int[] known = StudyImages.first(train, order, 84, label -> rare.contains(label) ? 5 : 84);
        final Set<Integer> used = new HashSet<>(Arrays.stream(known).boxed().toList());
        final int[] pool = StudyImages.first(train, StudyImages.filtered(order, i -> !used.contains(i)), train.size(),
            label -> rare.contains(label) ? 18 : train.size());
        final Network network = StudyImages.trained(train.subset(known), seed);
        final int[] query = StudyImages.filtered(known, i -> rare.contains(train.label(i)));
        final int[] others = StudyImages.filtered(known, i -> !rare.contains(train.label(i)));
        for (final String method : methods) {
            final ImageSet images = train.subset(pool);
            final Selection chosen = StudyImages.select(method, 40, seed, images, network, train.subset(known),
                train.subset(query), train.subset(others));
            keep("rare", method, seed,
                Arrays.stream(chosen.indices()).filter(i -> rare.contains(images.label(i))).count());
        }
    }

    private void flips(final ImageSet train, final int[] order, final RandomGenerator random, final int seed,
        final List<String> methods) throws Exception {
        final int[] labels = train.labels().clone();
        final boolean[] wrong = new boolean[labels.length];
        for (int k = 0; k < labels.length / 20; k++) {
            wrong[order[k]] = true;
            labels[order[k]] = (labels[order[k]] + 1 + random.nextInt(9)) % 10;
        }
        final ImageSet flipped = StudyImages.relabelled(train, labels);
        final int[][] halves =
            {StudyImages.filtered(order, i -> i % 2 == 0), StudyImages.filtered(order, i -> i % 2 == 1)};
        for (final String method : methods) {
            int found = 0;
            for (int half = 0; half < 2; half++) {
                final Network network = StudyImages.trained(flipped.subset(halves[half]), seed);
                final int[] judged = halves[1 - half];
                final ImageSet images = flipped.subset(judged);
                for (final int i : StudyImages.select(method, images.size() / 10, seed, images, network,
                    images.subset(0), images.subset(0), images.subset(0)).indices()) {
                    found += wrong[judged[i]] ? 1 : 0;
                }
            }
            keep("flips", method, seed, found / (labels.length / 20.0));
        }
    }

    private void active(final String scenario, final ImageSet train, final int[] order, final int seed,
        final List<String> methods) throws Exception {
        final ImageSet known = train.subset(Arrays.copyOf(order, KNOWN));
        final int[] pool = Arrays.copyOfRange(order, KNOWN, order.length);
        Arrays.sort(pool);
        final Network network = StudyImages.trained(known, seed);
        for (final String method : methods) {
            final Selection chosen =
                StudyImages.select(method, CHOSEN, seed, train.subset(pool), network, known, known, known);
            final int[] both = Arrays.copyOf(order, KNOWN + CHOSEN);
            for (int k = 0; k < CHOSEN; k++) {
                both[KNOWN + k] = pool[chosen.indices()[k]];
            }
            keep(scenario, method, seed,
                Accuracy.of(StudyImages.trained(train.subset(both), seed), FashionMnist.test()));
        }
    }
}
