// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.prune.Schedule.Kind;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** From a trained network to a smaller one. */
public final class PruningTest {

    private static final NetworkSpec SPEC = new NetworkSpec(Networks.SHAPE, List.of(
        new Node("a", new Convolution(8, 3, 1, 1, false, Activation.IDENTITY), List.of(Node.INPUT)),
        new Node("norm", new BatchNormalization(Activation.RELU), List.of("a")),
        new Node("b", new Convolution(8, 3, 1, 1, true, Activation.RELU), List.of("norm")),
        new Node("scores", new Dense(3, Activation.IDENTITY), List.of("b"))));

    private static final ImageSet IMAGES = Networks.images(60, 1);

    private static final ImageSet VALIDATION = Networks.images(30, 2);

    private static final TrainingSettings TUNING = new TrainingSettings(2, 16, 1e-2, 5, true, 1);

    private static Network s_network;

    @BeforeClass
    public static void train() throws CanceledException {
        s_network = new Training(Network.initialise(SPEC, Networks.CLASSES, Seeds.of(1)), IMAGES,
            new TrainingSettings(8, 16, 1e-2, 1, true, 1)).fit(RunControl.none()).network();
    }

    @Test
    public void theWidestNetworkWithinTheTargetIsMade() throws CanceledException {
        for (final Quantity quantity : List.of(Quantity.PARAMETERS, Quantity.MULTIPLY_ADDS, Quantity.FILE_BYTES)) {
            for (final Allocation allocation : Allocation.values()) {
                final Network smaller = prune(settings(it -> it.quantity = quantity, allocation)).network();
                if (quantity == Quantity.MULTIPLY_ADDS) {
                    assertTrue(smaller.spec().multiplyAdds() <= 0.5 * SPEC.multiplyAdds());
                    assertTrue(allocation == Allocation.SENSITIVITY
                        || smaller.spec().multiplyAdds() > 0.3 * SPEC.multiplyAdds());
                }
                if (quantity == Quantity.PARAMETERS) {
                    assertTrue(smaller.spec().parameters() <= 0.5 * SPEC.parameters());
                }
                if (quantity == Quantity.FILE_BYTES) {
                    assertTrue(Quantity.fileBytes(smaller) < Quantity.fileBytes(s_network));
                }
                assertTrue(smaller.spec().parameters() <= SPEC.parameters());
            }
        }
    }

    /** Which of both depends on the machine. */
    @Test
    public void aTargetOfTimeIsReachedOrRefused() throws CanceledException {
        try {
            assertTrue(prune(settings(it -> it.quantity = Quantity.LATENCY, Allocation.UNIFORM)).network().spec()
                .parameters() <= SPEC.parameters());
        } catch (SettingsException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith("\"Keep (%)\" must be at least "));
        }
    }

    @Test
    public void itIsTheSameForAnyNumberOfThreads() throws CanceledException {
        for (final String criterion : List.of("taylor", "next-layer", "fisher", "random")) {
            final Network one = prune(settings(it -> it.criterion = criterion, Allocation.SENSITIVITY)).network();
            final Network three = prune(settings(it -> {
                it.criterion = criterion;
                it.threads = 3;
            }, Allocation.SENSITIVITY)).network();

            assertEquals(one.spec(), three.spec());
            assertArrayEquals(criterion, one.weights(), three.weights(), 0);
        }
    }

    @Test
    public void stepsTellSizesTimesAccuraciesAndCosts() throws CanceledException {
        final PruningResult result = pruning(settings(it -> it.schedule = new Schedule(Kind.GEOMETRIC, 2),
            Allocation.UNIFORM), Optional.of(TUNING)).prune(RunControl.none());

        assertEquals(3, result.steps().size());
        final PruningResult.Step whole = result.steps().get(0);
        final PruningResult.Step last = result.steps().get(2);
        assertEquals(16, whole.channels());
        assertEquals(SPEC.multiplyAdds(), whole.multiplyAdds());
        assertEquals(result.network().spec().parameters(), last.parameters());
        assertTrue(last.multiplyAdds() < result.steps().get(1).multiplyAdds());
        assertTrue(last.single().median() > 0);
        assertTrue(last.batch().median() > 0);
        assertEquals(whole.before(), whole.after());
        assertTrue(last.after().isPresent());
        assertEquals(List.of(), result.warnings());
        assertTrue(last.fileBytes() < whole.fileBytes());
        assertEquals("two passes of validation images",
            2 * VALIDATION.size(), scored(last.spent()));
        assertEquals(2 * IMAGES.size(), trained(last.spent()));
        final long all = trained(result.network().history().ledger());
        assertEquals("training and two times fine-tuning", (8 + 2 + 2) * IMAGES.size(), all);
        assertEquals(List.of("train", "prune", "train", "prune", "train"),
            result.network().history().provenance().stream().map(work -> work.method()).toList());
    }

    @Test
    public void scoringIsCharged() throws CanceledException {
        final PruningResult result = prune(settings(it -> it.criterion = "taylor", Allocation.UNIFORM));
        final var cost = result.network().history().ledger().entries().stream()
            .filter(entry -> entry.id().startsWith("prune-")).findAny().orElseThrow();

        assertEquals(IMAGES.size(), scored(CostLedger.of(List.of(cost))));
        assertEquals(IMAGES.size() * SPEC.multiplyAdds(),
            cost.count(org.frugalvision.engine.cost.Quantity.FORWARD_MACS));
        final long first = SPEC.graph().costs().get(0).multiplyAdds();
        assertEquals(IMAGES.size() * (2 * SPEC.multiplyAdds() - first),
            cost.count(org.frugalvision.engine.cost.Quantity.BACKWARD_MACS));
        assertTrue(cost.what(), cost.what().startsWith("Pruning: step 1 by Change of the loss (Taylor) (energy"));
    }

    @Test
    public void rollbackGivesBackTheLastNetworkThatWasGoodEnough() throws CanceledException {
        final PruningResult result = pruning(settings(it -> {
            it.share = 0.05;
            it.rollback = true;
            it.allowed = 0;
        }, Allocation.UNIFORM), Optional.empty()).prune(RunControl.none());

        final PruningResult.Step last = result.steps().get(result.steps().size() - 1);
        assertEquals(false, last.kept());
        assertEquals(SPEC.parameters(), result.network().spec().parameters());
        assertArrayEquals(s_network.weights(), result.network().weights(), 0);
        assertEquals(List.of("Step 1 lost more than the allowed 0 of validation accuracy, so the network stays as it "
            + "was. Allow more, take more steps or train longer after each of them."), result.warnings());
        assertTrue("what was tried was spent",
            result.network().history().ledger().entries().size() > s_network.history().ledger().entries().size());
    }

    @Test
    public void stepsThatWereGoodEnoughStay() throws CanceledException {
        final PruningResult result = pruning(settings(it -> {
            it.share = 0.05;
            it.rollback = true;
            it.allowed = 0.4;
            it.schedule = new Schedule(Kind.GEOMETRIC, 12);
        }, Allocation.UNIFORM), Optional.of(TUNING)).prune(RunControl.none());

        final List<PruningResult.Step> steps = result.steps();
        final int last = steps.size() - (steps.get(steps.size() - 1).kept() ? 1 : 2);
        assertTrue(last > 0);
        assertTrue(steps.get(last).after().getAsDouble() >= steps.get(0).after().getAsDouble() - 0.4);
        assertEquals(steps.get(last).parameters(), result.network().spec().parameters());
    }

    @Test
    public void singleWeightsBecomeZeroAndStaySo() throws CanceledException {
        for (final Allocation allocation : List.of(Allocation.UNIFORM, Allocation.GLOBAL)) {
            final PruningResult result = pruning(settings(it -> {
                it.removed = Removed.WEIGHTS;
                it.share = 0.2;
                it.schedule = new Schedule(Kind.CUBIC, 2);
            }, allocation), Optional.of(TUNING)).prune(RunControl.none());

            final PruningResult.Step last = result.steps().get(2);
            assertEquals(SPEC.parameters(), last.parameters());
            final long weights = 8 * 2 * 9 + 8 * 8 * 9 + 3 * 240;
            assertEquals(SPEC.parameters() - 0.8 * weights, last.nonzero(), 2);
            assertTrue(last.fileBytes() < result.steps().get(0).fileBytes());
        }
    }

    @Test
    public void denseLayersLoseRank() throws CanceledException {
        final Network network = new Training(Networks.network(1), IMAGES, TUNING).fit(RunControl.none()).network();
        final PruningResult result = new Pruning(network, IMAGES, Optional.of(VALIDATION), settings(it -> {
            it.removed = Removed.RANKS;
            it.quantity = Quantity.PARAMETERS;
            it.share = 0.7;
        }, Allocation.UNIFORM), Optional.empty(), Recipe.NONE).prune(RunControl.none());

        assertTrue(result.network().spec().parameters() <= 0.7 * network.spec().parameters());
        assertEquals("dense-rank", result.network().spec().nodes().get(2).name());
    }

    @Test
    public void layersToKeepStay() throws CanceledException {
        final Network smaller = prune(settings(it -> {
            it.keep = List.of("a");
            it.share = 0.9;
        }, Allocation.UNIFORM)).network();

        assertEquals(SPEC.nodes().get(0), smaller.spec().nodes().get(0));
    }

    @Test
    public void everyCriterionPrunes() throws CanceledException {
        for (final CriterionInfo info : Criteria.infos()) {
            assertTrue(info.id(), prune(settings(it -> it.criterion = info.id(), Allocation.GLOBAL)).network().spec()
                .parameters() < SPEC.parameters());
        }
    }

    @Test
    public void networksForAnySizeArePrunedForThatOfTheImages() throws CanceledException {
        final NetworkSpec free = new NetworkSpec(new ImageShape(2, 8, 8), List.of(
            SPEC.nodes().get(0), SPEC.nodes().get(1), new Node("mean", new GlobalAveragePooling(), List.of("norm")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("mean"))));
        final Network network = new Network(free, Networks.CLASSES,
            Network.initialise(free, Networks.CLASSES, Seeds.of(1)).weights(), s_network.history());

        final Network smaller = new Pruning(network, IMAGES, Optional.empty(), PruningSettings.DEFAULT,
            Optional.empty(), Recipe.NONE).prune(RunControl.none()).network();

        assertEquals(Networks.SHAPE, smaller.spec().input());
    }

    @Test
    public void cancelTakesEffect() {
        for (int check = 1; check < 4; check++) {
            final int number = check;
            assertThrows(CanceledException.class, () -> pruning(settings(it -> it.criterion = "taylor",
                Allocation.SENSITIVITY), Optional.of(TUNING)).prune(new CanceledAtCheck(number)));
        }
    }

    @Test
    public void badInputIsRefused() {
        final PruningSettings plain = settings(it -> it.share = 0.5, Allocation.UNIFORM);
        refused("Network: it was not trained yet, so no channel is known to matter less than another.",
            () -> new Pruning(Network.initialise(SPEC, Networks.CLASSES, Seeds.of(1)), IMAGES, Optional.empty(), plain,
                Optional.empty(), Recipe.NONE).prune(RunControl.none()));
        refused("Validation images: rollback needs them, but there are none.",
            () -> new Pruning(s_network, IMAGES, Optional.empty(), settings(it -> it.rollback = true,
                Allocation.UNIFORM), Optional.empty(), Recipe.NONE).prune(RunControl.none()));
        refused("Training images: there are none.", () -> new Pruning(s_network, IMAGES.subset(), Optional.empty(),
            plain, Optional.empty(), Recipe.NONE).prune(RunControl.none()));
        refused("Validation images: there are none.", () -> new Pruning(s_network, IMAGES,
            Optional.of(IMAGES.subset()), plain, Optional.empty(), Recipe.NONE).prune(RunControl.none()));
        refused("\"Keep (%)\" must be at least 4.1 for this network and these rules, but is 1.",
            () -> prune(settings(it -> it.share = 0.01, Allocation.UNIFORM)));
        refused("\"Layers to keep\" must leave a layer whose channels can be removed, but is \"a, b\".",
            () -> prune(settings(it -> it.keep = List.of("a", "b"), Allocation.UNIFORM)));
        refused("Row \"Row0\": the network does not know the class \"x\".", () -> new Pruning(s_network,
            new ImageSetBuilder(Networks.SHAPE, List.of("a", "x")).add("Row0", new byte[60], 1).build(),
            Optional.empty(), plain, Optional.empty(), Recipe.NONE).prune(RunControl.none()));
        refused("Network: \"Batch normalization factor\" needs batch normalization, but no layer that can be pruned "
            + "has it.", () -> new Pruning(new Network(Networks.spec(), Networks.CLASSES,
                Networks.network(1).weights(), s_network.history()), IMAGES, Optional.empty(),
                settings(it -> it.criterion = "scale", Allocation.UNIFORM), Optional.empty(), Recipe.NONE)
                .prune(RunControl.none()));
        assertThrows(DataException.class, () -> new Pruning(s_network, Networks.images(3, 1).subset(0),
            Optional.empty(), plain, Optional.of(TUNING), Recipe.NONE).prune(RunControl.none()));
    }

    @Test
    public void settingsOutOfRangeAreRefused() {
        refused("\"Keep (%)\" must be between 1 and 99, but is 100.",
            () -> settings(it -> it.share = 1, Allocation.UNIFORM));
        refused("\"Allowed loss (percent points, 0 = none)\" must be between 0 and 100, but is -1.",
            () -> settings(it -> it.allowed = -0.01, Allocation.UNIFORM));
        refused("\"Images for scoring\" must be between 1 and 1,000,000, but is 0.",
            () -> settings(it -> it.images = 0, Allocation.UNIFORM));
        refused("\"Threads\" must be between 0 (all cores but one) and 256, but is 257.",
            () -> settings(it -> it.threads = 257, Allocation.UNIFORM));
        assertThrows(SettingsException.class, () -> settings(it -> it.criterion = "l9", Allocation.UNIFORM));
        refused("\"What goes from where\" must not be by sensitivity for single weights, but is \"By sensitivity\".",
            () -> settings(it -> it.removed = Removed.WEIGHTS, Allocation.SENSITIVITY));
        refused("\"Schedule\" must be one shot for the rank of dense layers, but is \"cubic\".", () -> settings(it -> {
            it.removed = Removed.RANKS;
            it.schedule = new Schedule(Kind.CUBIC, 3);
        }, Allocation.UNIFORM));
    }

    private static long scored(final CostLedger ledger) {
        return ledger.total().count(org.frugalvision.engine.cost.Quantity.SAMPLES_SCORED);
    }

    private static long trained(final CostLedger ledger) {
        return ledger.total().count(org.frugalvision.engine.cost.Quantity.SAMPLES_TRAINED);
    }

    private static void refused(final String message, final ThrowingRunnable code) {
        assertEquals(message, assertThrows(EngineException.class, code).getMessage());
    }

    private static PruningResult prune(final PruningSettings settings) throws CanceledException {
        return pruning(settings, Optional.empty()).prune(RunControl.none());
    }

    private static Pruning pruning(final PruningSettings settings, final Optional<TrainingSettings> tuning) {
        return new Pruning(s_network, IMAGES, Optional.of(VALIDATION), settings, tuning, Recipe.NONE);
    }

    private static PruningSettings settings(final Consumer<Draft> changes,
        final Allocation allocation) {
        final Draft draft = new Draft();
        changes.accept(draft);
        return new PruningSettings(draft.removed, Choice.of(draft.criterion), allocation, draft.quantity, draft.share,
            draft.schedule, new WidthRules(1, 1, draft.keep), false, draft.rollback, draft.allowed, draft.images, 3,
            draft.threads, 4);
    }

    private static final class Draft {

        private Removed removed = Removed.CHANNELS;

        private String criterion = "l1";

        private Quantity quantity =
            Quantity.MULTIPLY_ADDS;

        private double share = 0.5;

        private Schedule schedule = Schedule.ONE_SHOT;

        private List<String> keep = List.of();

        private boolean rollback;

        private double allowed;

        private int images = 500;

        private int threads = 1;
    }
}
