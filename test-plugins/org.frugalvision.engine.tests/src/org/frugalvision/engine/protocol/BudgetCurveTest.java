// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.protocol.CurveSettings.Mode;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Accuracy by budget, method and repeat. */
public final class BudgetCurveTest {

    private static final ImageSet POOL = images(60, 1);

    private static final ImageSet TEST = images(20, 2);

    private static final ArchitectureOptions DROPOUT =
        new ArchitectureOptions(0.25, BatchNorm.USUAL, 0.5, Head.USUAL);

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void randomIsAlwaysThere() throws CanceledException {
        final List<CurveOutcome> outcomes = run(settings(Mode.SUBSETS, 2, "stratified-random"), Optional.empty());

        assertEquals(List.of("random 10 1", "random 20 1", "stratified-random 10 1", "stratified-random 20 1",
            "random 10 2", "random 20 2", "stratified-random 10 2", "stratified-random 20 2"),
            outcomes.stream().map(BudgetCurveTest::name).toList());
        for (final CurveOutcome outcome : outcomes) {
            assertEquals(outcome.cell().budget(), Set.copyOf(Arrays.stream(outcome.chosen()).boxed().toList()).size());
            assertTrue(outcome.accuracy() >= 0 && outcome.accuracy() <= 1);
        }
        assertNotEquals("repeats differ", Arrays.toString(outcomes.get(0).chosen()),
            Arrays.toString(outcomes.get(4).chosen()));
    }

    /** A method that looks at all labels has to pay for them. */
    @Test
    public void labelsAreCountedAsTheyAreNeeded() throws CanceledException {
        final List<CurveOutcome> outcomes = run(settings(Mode.SUBSETS, 1, "stratified-random"), Optional.empty());

        assertEquals(List.of(10L, 20L, 60L, 60L),
            outcomes.stream().map(outcome -> outcome.cost().count(Quantity.LABELS)).toList());
        assertEquals("3 epochs of 10 images, 2 of 20", List.of(30L, 40L, 30L, 40L),
            outcomes.stream().map(outcome -> outcome.cost().count(Quantity.SAMPLES_TRAINED)).toList());
    }

    /** In rounds all methods go on from the same images, and what was chosen once stays. */
    @Test
    public void roundsGrowFromTheSameFirstImages() throws CanceledException {
        final List<CurveOutcome> outcomes = run(settings(Mode.ROUNDS, 1, "margin", "k-center"), Optional.empty());
        final CurveOutcome first = outcomes.get(0);

        for (int i = 0; i < outcomes.size(); i += 2) {
            final int[] later = outcomes.get(i + 1).chosen();
            assertArrayEquals(first.chosen(), outcomes.get(i).chosen());
            assertEquals(first.accuracy(), outcomes.get(i).accuracy(), 0);
            assertArrayEquals(first.chosen(), Arrays.copyOf(later, 10));
            assertEquals(20, new HashSet<>(Arrays.stream(later).boxed().toList()).size());
            assertEquals("what the first round has cost counts", 70,
                outcomes.get(i + 1).cost().count(Quantity.SAMPLES_TRAINED));
            assertEquals(20, outcomes.get(i + 1).cost().count(Quantity.LABELS));
        }
        assertEquals("margin looked at the 50 others", 50,
            outcomes.get(3).cost().count(Quantity.SAMPLES_SCORED) - outcomes.get(1).cost().count(
                Quantity.SAMPLES_SCORED));
    }

    /** Passes with dropout and changes of pixels are asked of the network of the round before, and charged. */
    @Test
    public void roundsAskForAllThatANetworkTells() throws CanceledException {
        final List<CurveOutcome> outcomes = new BudgetCurve(POOL, TEST,
            settings(Mode.ROUNDS, 1, "bald", "deepfool", "bim"), training(DROPOUT), Optional.empty(), Optional.empty())
                .run(RunControl.none());

        assertEquals("random; BALD: 10 passes over the 50 others", List.of(0L, 500L),
            List.of(scored(outcomes, 1), scored(outcomes, 3)));
        for (int i = 5; i < 8; i += 2) {
            assertTrue(name(outcomes.get(i)), scored(outcomes, i) >= 50);
        }
    }

    /** Not only after the trainings of the methods before it. */
    @Test
    public void refusesPassesOfANetworkWithoutDropoutBeforeItTrains() throws Exception {
        final Path folder = m_temporary.newFolder().toPath();
        final Network judge = StartingNetwork.untrained("lenet5", ArchitectureOptions.DEFAULT, POOL, 1);
        final String expected = "Network: it has no dropout layer, so all passes with dropout would be equal.";

        assertEquals(expected,
            assertThrows(DataException.class, () -> run(settings(Mode.ROUNDS, 1, "bald"), Optional.of(folder)))
                .getMessage());
        assertEquals(expected, assertThrows(DataException.class, () -> new BudgetCurve(POOL, TEST,
            settings(Mode.SUBSETS, 1, "bald"), training(DROPOUT), Optional.of(judge), Optional.of(folder))
                .run(RunControl.none())).getMessage());
        assertEquals(0, files(folder));
    }

    /** Images looked at to choose those of a second round. */
    private static long scored(final List<CurveOutcome> outcomes, final int second) {
        return outcomes.get(second).cost().count(Quantity.SAMPLES_SCORED)
            - outcomes.get(second - 1).cost().count(Quantity.SAMPLES_SCORED);
    }

    @Test
    public void continuedRoundsGoOnFromTheNetworkBefore() throws CanceledException {
        final List<CurveOutcome> anew = run(settings(Mode.ROUNDS, 1), Optional.empty());
        final List<CurveOutcome> on = run(settings(Mode.CONTINUED_ROUNDS, 1), Optional.empty());

        assertArrayEquals(anew.get(1).chosen(), on.get(1).chosen());
        assertEquals(anew.get(0).accuracy(), on.get(0).accuracy(), 0);
    }

    /** Wherever it is ended, it gives the same when it goes on, and trains nothing twice that was finished. */
    @Test
    public void goesOnFromWhatIsFinished() throws Exception {
        for (final Mode mode : Mode.values()) {
            final CurveSettings settings = settings(mode, 1, mode == Mode.SUBSETS ? "herding" : "margin");
            final List<CurveOutcome> whole = run(settings, Optional.empty());
            for (int end = 1; end < 4; end++) {
                final Path folder = m_temporary.newFolder(mode + " " + end).toPath();
                final var stopped = new EndsAfter(end);
                assertThrows(CanceledException.class, () -> curve(settings, Optional.of(folder)).run(stopped));
                assertEquals(end, files(folder));

                final List<CurveOutcome> resumed = run(settings, Optional.of(folder));

                assertEquals(texts(whole), texts(resumed));
                assertEquals(4, files(folder));
            }
        }
    }

    /** A network counts its classes in an order of its own. */
    @Test
    public void classesAreFoundByTheirNames() throws CanceledException {
        final ImageSet turned = images(60, 1, "bright", "dark");
        final var settings = new TrainingSettings(20, 10, 1e-3, 0, true, 1);
        final Network start = new Training(StartingNetwork.untrained("lenet5", ArchitectureOptions.DEFAULT, turned, 1),
            turned, settings).fit(RunControl.none()).network();
        final var training = new CurveTraining(Optional.of(start), "lenet5", ArchitectureOptions.DEFAULT, 1, 10,
            new TrainingSettings(1, 1, 1e-6, 0, true, 1), List.of());

        for (final CurveOutcome outcome : new BudgetCurve(POOL, TEST, settings(Mode.SUBSETS, 1, "craig"), training,
            Optional.of(start), Optional.empty()).run(RunControl.none())) {
            assertEquals(name(outcome), 1, outcome.accuracy(), 0);
        }
    }

    @Test
    public void aNetworkThatChoosesMatchesLabelsByName() throws CanceledException {
        final Network[] judges = new Network[2];
        for (int i = 0; i < 2; i++) {
            final ImageSet order = i == 0 ? POOL : images(60, 1, "bright", "dark");
            judges[i] = new Training(StartingNetwork.untrained("lenet5", ArchitectureOptions.DEFAULT, order, 1), order,
                new TrainingSettings(1, 10, 1e-3, 0, true, 1)).fit(RunControl.none()).network();
        }
        final Answers same = PoolAnswers.of(POOL, Optional.of(PoolAnswers.Judge.of(judges[0], POOL, 1)), true,
            RunControl.none());
        final Answers turned = PoolAnswers.of(POOL, Optional.of(PoolAnswers.Judge.of(judges[1], POOL, 1)), true,
            RunControl.none());

        assertEquals(0, same.pool().get(Need.LABELS)[0]);
        assertEquals("dark is its second class", 1, turned.pool().get(Need.LABELS)[0]);
        assertEquals(List.of("bright", "dark"), turned.pool().get(Need.CLASSES));
    }

    @Test
    public void outcomesOfOtherSettingsAreNotTaken() throws Exception {
        final Path folder = m_temporary.newFolder().toPath();
        run(settings(Mode.SUBSETS, 1), Optional.of(folder));
        run(settings(Mode.SUBSETS, 2), Optional.of(folder));
        assertEquals("two of them were there", 4, files(folder));

        run(settings(Mode.ROUNDS, 1), Optional.of(folder));
        assertEquals(6, files(folder));
    }

    @Test
    public void refusesADamagedOutcome() throws Exception {
        final Path folder = m_temporary.newFolder().toPath();
        run(settings(Mode.SUBSETS, 1), Optional.of(folder));
        final Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, "{");

        final String message = assertThrows(DataException.class,
            () -> run(settings(Mode.SUBSETS, 1), Optional.of(folder))).getMessage();
        assertTrue(message, message.contains("the outcome of a training cannot be read"));
    }

    @Test
    public void tellsTheTimeLeft() throws CanceledException {
        final List<String> messages = new ArrayList<>();
        curve(settings(Mode.SUBSETS, 1), Optional.empty()).run(new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
                messages.add(message);
            }

            @Override
            public void checkCanceled() {
                // nobody cancels
            }
        });
        final List<String> done = messages.stream().filter(message -> message.startsWith("training ")).toList();

        assertTrue(done.toString(), done.get(0).matches("training 1 of 2 done, about \\d+ seconds? left"));
        assertEquals("training 2 of 2 done", done.get(1));
    }

    @Test
    public void summariesCompareWithRandom() throws CanceledException {
        final List<CurveSummary> summaries =
            CurveSummary.of(run(settings(Mode.SUBSETS, 2, "stratified-random"), Optional.empty()));

        assertEquals(4, summaries.size());
        assertEquals(2, summaries.get(0).repeats());
        assertEquals(0, summaries.get(0).difference(), 0);
        assertTrue("random is not compared with itself", summaries.get(0).p().isEmpty());
        assertEquals(summaries.get(2).accuracy() - summaries.get(0).accuracy(), summaries.get(2).difference(), 1e-12);
        assertArrayEquals(new int[]{10, 20}, MeanCurve.of(summaries, summaries.get(2).method()).budgets());
    }

    @Test
    public void refusesMethodsThatMustKnowWhatNobodyTells() {
        assertEquals("\"Methods\" must need nothing that is not known here, such as probabilities, but is \"Margin\".",
            refused(() -> curve(settings(Mode.SUBSETS, 1, "margin"), Optional.empty())));
        assertEquals("\"Methods\" must need nothing that is not known here, such as labels, but is \"Stratified "
            + "random\".", refused(() -> curve(settings(Mode.ROUNDS, 1, "stratified-random"), Optional.empty())));
        assertEquals("\"First images\" must need nothing that is not known here, such as probabilities, but is "
            + "\"Margin\".", refused(() -> curve(new CurveSettings(List.of(), new Budgets("10"), 1, Mode.ROUNDS,
                Choice.of("margin"), 0), Optional.empty())));
    }

    @Test
    public void refusesWhatCannotBeCompared() {
        assertEquals("\"Methods\" must hold each method once, but is \"Random\".",
            refused(() -> settings(Mode.SUBSETS, 1, "random", "random")));
        assertEquals("\"Repeats\" must be from 1 to 100, but is 0.", refused(() -> settings(Mode.SUBSETS, 0)));
        assertEquals("\"Updates\" must be from 1 to 10,000, but is 0.",
            refused(() -> new CurveTraining(Optional.empty(), "lenet", ArchitectureOptions.DEFAULT, 0, 10,
                TrainingSettings.DEFAULT, List.of())));
        final ImageSet other = new ImageSetBuilder(new ImageShape(1, 8, 8), List.of("dark", "grey"))
            .add("a", new byte[64], 0).build();
        assertEquals("Test images: the classes must be those of the images to choose from.",
            refused(() -> new BudgetCurve(POOL, other, settings(Mode.SUBSETS, 1), training(), Optional.empty(),
                Optional.empty())));
        assertThrows(SettingsException.class, () -> settings(Mode.SUBSETS, 1, "magic"));
    }

    /** Cancels once so many trainings are finished. */
    private static final class EndsAfter implements RunControl {

        private final int m_trainings;

        private int m_done;

        EndsAfter(final int trainings) {
            m_trainings = trainings;
        }

        @Override
        public void progress(final double fraction, final String message) {
            if (message.startsWith("training ")) {
                m_done++;
            }
        }

        @Override
        public void checkCanceled() throws CanceledException {
            if (m_done >= m_trainings) {
                throw new CanceledException();
            }
        }
    }

    private static String refused(final Runnable work) {
        return assertThrows(EngineException.class, work::run).getMessage();
    }

    private static List<CurveOutcome> run(final CurveSettings settings, final Optional<Path> folder)
        throws CanceledException {
        return curve(settings, folder).run(RunControl.none());
    }

    private static BudgetCurve curve(final CurveSettings settings, final Optional<Path> folder) {
        return new BudgetCurve(POOL, TEST, settings, training(), Optional.empty(), folder);
    }

    private static CurveTraining training() {
        return training(ArchitectureOptions.DEFAULT);
    }

    private static CurveTraining training(final ArchitectureOptions options) {
        return new CurveTraining(Optional.empty(), options.dropout() > 0 ? "lenet" : "lenet5", options, 3, 10,
            new TrainingSettings(1, 1, 1e-3, 0, true, 1), List.of());
    }

    private static CurveSettings settings(final Mode mode, final int repeats, final String... methods) {
        return new CurveSettings(Arrays.stream(methods).map(Choice::of).toList(), new Budgets("10, 20"), repeats, mode,
            Choice.of("random"), 5);
    }

    private static String name(final CurveOutcome outcome) {
        return outcome.cell().method().method() + " " + outcome.cell().budget() + " " + outcome.cell().repeat();
    }

    /** All but measured times. */
    private static String texts(final List<CurveOutcome> outcomes) {
        return outcomes.stream().map(outcome -> "%s %s %s %s %d %d".formatted(name(outcome), outcome.accuracy(),
            outcome.balancedAccuracy(), Arrays.toString(outcome.chosen()), outcome.cost().count(Quantity.LABELS),
            outcome.cost().count(Quantity.FORWARD_MACS))).collect(Collectors.joining("\n"));
    }

    private static int files(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return (int)files.count();
        }
    }

    /** Dark and bright noise. */
    private static ImageSet images(final int number, final long seed) {
        return images(number, seed, "dark", "bright");
    }

    /** The same images, whatever the order of the two classes. */
    private static ImageSet images(final int number, final long seed, final String... classes) {
        final var random = Seeds.of(seed).generator();
        final var set = new ImageSetBuilder(new ImageShape(1, 28, 28), List.of(classes));
        for (int i = 0; i < number; i++) {
            final byte[] values = new byte[28 * 28];
            for (int k = 0; k < values.length; k++) {
                values[k] = (byte)(random.nextInt(100) + 120 * (i % 2));
            }
            set.add("r" + i, values, classes[0].equals("dark") ? i % 2 : 1 - i % 2);
        }
        return set.build();
    }
}
