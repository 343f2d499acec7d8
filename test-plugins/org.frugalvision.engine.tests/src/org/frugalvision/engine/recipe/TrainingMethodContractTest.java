// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.SilentMethod;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every training method must do, by what it declares of itself. */
@RunWith(Parameterized.class)
public final class TrainingMethodContractTest {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static final ImageShape SHAPE = new ImageShape(2, 16, 16);

    private static final List<ImageShape> SHAPES =
        List.of(new ImageShape(1, 1, 1), new ImageShape(1, 8, 8), new ImageShape(3, 5, 9), new ImageShape(7, 9, 2));

    private static final TrainingSettings SETTINGS = new TrainingSettings(5, 8, 0.01, 5, true, 3);

    /** For checkpoints. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private final TrainingMethodInfo m_info;

    private final RegisteredMethod m_method;

    public TrainingMethodContractTest(final String id) {
        m_info = TrainingMethods.info(id);
        m_method = TrainingMethods.create(Choice.of(id));
    }

    @Parameters(name = "{0}")
    public static List<Object[]> ids() {
        return TrainingMethods.infos().stream().map(info -> new Object[]{info.id()}).toList();
    }

    @Test
    public void tellsEverythingAboutItself() {
        assertEquals(m_info, m_method.info());
        assertEquals(m_info.id(), m_method.id());
        assertEquals(m_info.label(), m_method.label());
        assertEquals(m_info.claims(), m_method.claims());
        assertEquals(m_info.columns(), m_method.columns());
        assertTrue(m_info.summary().endsWith("."));
        assertTrue(m_info.verdict().endsWith("."));
        assertFalse(m_info.paper().isBlank());
        assertFalse(m_info.cost().isBlank());
    }

    @Test
    public void settingsGiveAnEqualMethodBack() {
        assertEquals(m_method, TrainingMethods.create(m_method.choice()));
        assertTrue(TrainingMethods.text(m_method.choice()).startsWith(m_info.label()));
    }

    @Test
    public void refusesUnknownSettings() {
        final SettingsException refusal = assertThrows(SettingsException.class,
            () -> TrainingMethods.create(new Choice(m_info.id(), Map.of("colour", "red"))));

        assertEquals(m_method.settings().isEmpty()
            ? "\"%s\" must have no settings, but is \"colour\".".formatted(m_info.label())
            : "\"%s\" must have settings out of %s, but is \"colour\".".formatted(m_info.label(),
                String.join(", ", new TreeMap<>(m_method.settings()).keySet())),
            refusal.getMessage());
    }

    @Test
    public void refusesValuesThatAreNone() {
        for (final String key : m_method.settings().keySet()) {
            final Map<String, String> settings = new TreeMap<>(m_method.settings());
            for (final String wrong : List.of("", "much", "NaN", "Infinity", "-1")) {
                settings.put(key, wrong);
                assertThrows(key + " = " + wrong, SettingsException.class,
                    () -> TrainingMethods.create(new Choice(m_info.id(), settings)));
            }
        }
    }

    @Test
    public void mayBeUsedTwiceOnlyIfItSaysSo() {
        final List<TrainingMethod> twice = List.of(m_method, m_method);
        if (has(Trait.MAY_REPEAT)) {
            assertEquals(2, new Recipe(twice).methods().size());
        } else {
            assertThrows(SettingsException.class, () -> new Recipe(twice));
        }
    }

    @Test
    public void batchesKeepWhatIsPromised() throws CanceledException {
        for (final ImageShape shape : SHAPES) {
            final List<Batch> batches = new ArrayList<>();
            new Training(network(shape), images(shape), new TrainingSettings(1, 16, 0.01, 7, true, 2))
                .with(List.of(m_method, new Witness(batches))).fit(RunControl.none());

            assertFalse(batches.isEmpty());
            batches.forEach(batch -> checkBatch(shape, batch));
        }
    }

    private void checkBatch(final ImageShape shape, final Batch batch) {
        if (has(Trait.KEEPS_SIZE)) {
            assertEquals(shape, batch.shape());
        }
        for (int i = 0; i < batch.size(); i++) {
            float sum = 0;
            for (int k = 0; k < 3; k++) {
                final float part = batch.rows()[i * 3 + k];
                assertTrue(part >= 0 && part <= 1);
                sum += part;
            }
            if (has(Trait.KEEPS_LABEL_SUMS)) {
                assertEquals(1, sum, 1e-6);
            }
        }
        for (int i = 0; i < batch.size() * batch.shape().size(); i++) {
            assertTrue(batch.pixels()[i] >= 0 && batch.pixels()[i] <= 1);
        }
    }

    @Test
    public void dependsOnTheSeedOnlyIfItSaysSo() throws CanceledException {
        final TrainingSettings one = new TrainingSettings(2, 8, 0.01, 1, false, 2);
        final TrainingSettings other = new TrainingSettings(2, 8, 0.01, 2, false, 2);
        final Network start = network(SHAPE);
        final String first =
            new Training(start, images(SHAPE), one).with(List.of(m_method)).fit(RunControl.none()).network().hash();
        final String second =
            new Training(start, images(SHAPE), other).with(List.of(m_method)).fit(RunControl.none()).network().hash();

        assertEquals(has(Trait.DRAWS_AT_RANDOM), !first.equals(second));
    }

    @Test
    public void changesTheTrainingAndGivesTheSameBitsAgain() throws CanceledException {
        final FitResult plain = fit(List.of(), Optional.empty(), RunControl.none());
        final FitResult first = fit(List.of(m_method), Optional.empty(), RunControl.none());

        assertEquals(has(Trait.ONLY_WATCHES), plain.network().hash().equals(first.network().hash()));
        assertNotEquals(plain.cost().id(), first.cost().id());
        assertEquals(first.network().hash(),
            fit(List.of(m_method), Optional.empty(), RunControl.none()).network().hash());
        assertEquals("[%s%s]".formatted(m_info.id(), new TreeMap<>(m_method.settings())),
            first.network().history().provenance().get(0).settings().get("recipe"));
    }

    @Test
    public void leavesTheImagesAsTheyAre() throws CanceledException {
        final ImageSet images = images(SHAPE);
        final String before = images.fingerprint();

        new Training(network(SHAPE), images, new TrainingSettings(1, 8, 0.01, 5, true, 3)).with(List.of(m_method))
            .fit(RunControl.none());

        assertEquals(before, images(SHAPE).fingerprint());
        final float[] one = new float[SHAPE.size()];
        final float[] other = new float[SHAPE.size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, one, 0);
            images(SHAPE).readPixels(i, other, 0);
            assertArrayEquals(other, one, 0);
        }
    }

    /** Every pass takes the multiply-adds of its images forward, and those of updates twice as many backward. */
    @Test
    public void chargesTheWorkDone() throws CanceledException {
        final Network start = network(SHAPE);
        final CostEntry cost = fit(List.of(m_method), Optional.empty(), RunControl.none()).cost();

        assertEquals(has(Trait.NEEDS_PASSES), cost.count(Quantity.SAMPLES_SCORED) > 0);
        if (has(Trait.KEEPS_SIZE)) {
            final long perImage = start.spec().multiplyAdds();
            final long forward = (cost.count(Quantity.SAMPLES_TRAINED) + cost.count(Quantity.SAMPLES_SCORED)) * perImage;
            if (m_info.claims().contains(Claim.RATES)) { // frozen layers are computed less often
                assertTrue(cost.count(Quantity.FORWARD_MACS) <= forward);
            } else {
                assertEquals(forward, cost.count(Quantity.FORWARD_MACS));
                if (!has(Trait.NEEDS_PASSES)) {
                    assertEquals(2 * cost.count(Quantity.SAMPLES_TRAINED) * perImage, cost.count(Quantity.BACKWARD_MACS));
                }
            }
        }
    }

    @Test
    public void anInterruptedTrainingGoesOnWithTheSameBits() throws Exception {
        final FitResult whole = fit(List.of(m_method), Optional.empty(), RunControl.none());
        final Optional<Path> folder = Optional.of(m_folder.newFolder().toPath());
        final var interrupted = new EndInEpoch(3);
        assertThrows(CanceledException.class, () -> fit(List.of(m_method, interrupted), folder, interrupted.control()));

        final FitResult resumed = fit(List.of(m_method, new EndInEpoch(99)), folder, RunControl.none());

        assertArrayEquals(whole.network().weights(), resumed.network().weights(), 0);
        for (int i = 0; i < 5; i++) {
            assertEquals(whole.epochs().get(i).loss(), resumed.epochs().get(i).loss(), 0);
        }
        assertEquals(whole.cost().count(Quantity.FORWARD_MACS), resumed.cost().count(Quantity.FORWARD_MACS));
        assertEquals(whole.outcomes().keySet(), resumed.outcomes().keySet());
        whole.outcomes()
            .forEach((name, values) -> assertArrayEquals(name, values, resumed.outcomes().get(name), 0));
    }

    /** Either with the bits of a training that was asked for all epochs from the start, or not at all. */
    @Test
    public void aTrainingIsProlongedOnlyWithTheSameBits() throws Exception {
        final Optional<Path> folder = Optional.of(m_folder.newFolder().toPath());
        final Training shorter = new Training(network(SHAPE), images(SHAPE), Optional.empty(),
            new TrainingSettings(3, 8, 0.01, 5, true, 3), new Recipe(List.of(m_method)), folder);
        shorter.fit(RunControl.none());

        if (has(Trait.DEPENDS_ON_EPOCHS)) {
            final String message = assertThrows(DataException.class,
                () -> fit(List.of(m_method), folder, RunControl.none())).getMessage();
            assertTrue(message, message.endsWith("the checkpoint is of another training: its Epochs is \"3\", not \"5\"."));
        } else {
            assertArrayEquals(fit(List.of(m_method), Optional.empty(), RunControl.none()).network().weights(),
                fit(List.of(m_method), folder, RunControl.none()).network().weights(), 0);
        }
    }

    /** With label rows from 0 to 1 all the time, or not at all. */
    @Test
    public void trainsOnSeveralLabelsUnlessItNeedsOneClass() throws CanceledException {
        final ImageSet images = severalLabels(SHAPE);
        final Network start = Network.initialise(network(SHAPE).spec(), CLASSES, Labelling.SEVERAL, "",
            Seeds.of(1).named("initialise"));
        final List<Batch> batches = new ArrayList<>();
        final Training training = new Training(start, images, SETTINGS).with(List.of(m_method, new Witness(batches)));

        if (m_method.needsOneClass()) {
            assertEquals("\"Training recipe\" must have no method that needs one class per image where images have"
                + " several labels, but is \"" + m_info.label() + "\".",
                assertThrows(SettingsException.class, () -> training.fit(RunControl.none())).getMessage());
            return;
        }
        final FitResult result = training.fit(RunControl.none());

        assertEquals(Labelling.SEVERAL, result.network().labelling());
        for (final Batch batch : batches) {
            for (int i = 0; i < batch.size() * batch.classes(); i++) {
                assertTrue(batch.rows()[i] >= 0 && batch.rows()[i] <= 1);
            }
        }
    }

    /** None, one or two labels each. */
    private static ImageSet severalLabels(final ImageShape shape) {
        final int[][] sets = {{}, {0}, {1, 2}};
        final int[][] labels = IntStream.range(0, 30).mapToObj(i -> sets[i % 3]).toArray(int[][]::new);
        return new ColumnedImages<>(images(shape), Column.LABELS, labels);
    }

    private boolean has(final Trait trait) {
        return m_info.traits().contains(trait);
    }

    private static FitResult fit(final List<TrainingMethod> recipe, final Optional<Path> folder, final RunControl run)
        throws CanceledException {
        return new Training(network(SHAPE), images(SHAPE), Optional.empty(), SETTINGS, new Recipe(recipe), folder)
            .fit(run);
    }

    /** Takes images of any size. */
    private static Network network(final ImageShape shape) {
        return Network.initialise(new NetworkSpec(shape, List.of(
            new Node("conv", new Convolution(4, 3, 1, 1, false, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-5, Activation.RELU), List.of("conv")),
            new Node("one", new Convolution(4, 1, 1, 0, true, Activation.IDENTITY), List.of("norm")),
            new Node("sum", new Addition(Activation.RELU), List.of("one", "norm")),
            new Node("two", new Convolution(4, 1, 1, 0, true, Activation.IDENTITY), List.of("sum")),
            new Node("last", new Addition(Activation.RELU), List.of("two", "sum")),
            new Node("mean", new GlobalAveragePooling(), List.of("last")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("mean")))), CLASSES,
            Seeds.of(1).named("initialise"));
    }

    /** Noise of another brightness for each class, with everything known about it that a method may ask for. */
    private static ImageSet images(final ImageShape shape) {
        final var random = Seeds.of(3).named("images").generator();
        final var builder = new ImageSetBuilder(shape, CLASSES);
        for (int i = 0; i < 30; i++) {
            final byte[] pixels = new byte[shape.size()];
            for (int k = 0; k < pixels.length; k++) {
                pixels[k] = (byte)(random.nextInt(100) + 70 * (i % 3));
            }
            builder.add("Row" + i, pixels, i % 3);
        }
        final String[] sources = IntStream.range(0, 30).mapToObj(i -> "source " + i / 10).toArray(String[]::new);
        final double[] losses = IntStream.range(0, 30).mapToDouble(i -> i % 7 / 10.0).toArray();
        return new ColumnedImages<>(new ColumnedImages<>(builder.build(), Column.SOURCE, sources),
            Column.IRREDUCIBLE_LOSS, losses);
    }

    /** Keeps copies of the batches that went through the network. */
    private static final class Witness extends SilentMethod {

        private final List<Batch> m_batches;

        Witness(final List<Batch> batches) {
            m_batches = batches;
        }

        @Override
        public void lossReady(final Batch batch, final float[] scores, final double[] losses) {
            m_batches.add(new Batch(batch.images(), batch.shape(), batch.classes(), batch.pixels().clone(),
                batch.rows().clone(), batch.seeds()));
            assertEquals(batch.size(), losses.length);
            assertTrue(Arrays.stream(losses).allMatch(Double::isFinite));
        }
    }

    /** Cancels in the middle of an epoch. */
    private static final class EndInEpoch extends SilentMethod {

        private final int m_epoch;

        private boolean m_reached;

        EndInEpoch(final int epoch) {
            m_epoch = epoch;
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            m_reached = epoch == m_epoch;
            return batches;
        }

        RunControl control() {
            return new RunControl() {

                @Override
                public void progress(final double fraction, final String message) {
                    // nobody listens
                }

                @Override
                public void checkCanceled() throws CanceledException {
                    if (m_reached) {
                        throw new CanceledException();
                    }
                }
            };
        }
    }
}
