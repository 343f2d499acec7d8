// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.Trainer;
import org.frugalvision.engine.train.TrainingBatch;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every training method must do. */
@RunWith(Parameterized.class)
public final class TrainingMethodContractTest {

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
        m_method = TrainingMethods.create(new Step(id, Map.of()));
    }

    @Parameters(name = "{0}")
    public static List<Object[]> ids() {
        return TrainingMethods.infos().stream().map(info -> new Object[]{info.id()}).toList();
    }

    @Test
    public void tellsEverythingAboutItself() {
        assertEquals(m_info, m_method.info());
        assertEquals(m_info.label(), m_method.label());
        assertEquals(m_info.claims(), m_method.claims());
        assertTrue(m_info.summary().endsWith("."));
        assertTrue(m_info.verdict().endsWith("."));
        assertFalse(m_info.paper().isBlank());
    }

    @Test
    public void settingsGiveAnEqualMethodBack() {
        assertEquals(m_method, TrainingMethods.create(Step.of(m_method)));
        assertTrue(Step.of(m_method).text().startsWith(m_info.label() + " ("));
    }

    @Test
    public void refusesUnknownSettings() {
        final SettingsException refusal = assertThrows(SettingsException.class,
            () -> TrainingMethods.create(new Step(m_info.id(), Map.of("colour", "red"))));

        assertEquals("\"%s\" must have settings out of %s, but is \"colour\".".formatted(m_info.label(),
            String.join(", ", new TreeMap<>(m_method.settings()).keySet())), refusal.getMessage());
    }

    @Test
    public void refusesNumbersThatAreNone() {
        for (final String key : m_method.settings().keySet()) {
            final Map<String, String> settings = new TreeMap<>(m_method.settings());
            for (final String wrong : List.of("", "much", "NaN", "Infinity", "-1")) {
                settings.put(key, wrong);
                assertThrows(wrong, SettingsException.class,
                    () -> TrainingMethods.create(new Step(m_info.id(), settings)));
            }
        }
    }

    @Test
    public void mayNotBeUsedTwice() {
        assertThrows(SettingsException.class, () -> new Recipe(List.of(m_method, m_method)));
    }

    @Test
    public void sameUpdateOfTheSameSeedGivesTheSameBatch() {
        for (final ImageShape shape : SHAPES) {
            final TrainingBatch first = changed(shape, 16, 7);
            final TrainingBatch second = changed(shape, 16, 7);
            assertArrayEquals(first.pixels(), second.pixels(), 0);
            assertArrayEquals(first.rows(), second.rows(), 0);
        }
    }

    @Test
    public void labelsKeepTheirWeightAndPixelsTheirRange() {
        for (final ImageShape shape : SHAPES) {
            for (int seed = 0; seed < 20; seed++) {
                final TrainingBatch batch = changed(shape, 16, seed);
                for (int i = 0; i < 16; i++) {
                    float sum = 0;
                    for (final float part : Batches.row(batch, i)) {
                        assertTrue("seed " + seed, part >= 0 && part <= 1);
                        sum += part;
                    }
                    assertEquals("seed " + seed, 1, sum, 1e-6);
                }
                for (int i = 0; i < 16 * shape.size(); i++) {
                    assertTrue("seed " + seed, batch.pixels()[i] >= 0 && batch.pixels()[i] <= 1);
                }
            }
        }
    }

    @Test
    public void leavesAloneWhatLiesBehindTheBatch() {
        final TrainingBatch batch = changed(SHAPES.get(2), 16, 3);

        assertEquals(-1, batch.pixels()[16 * SHAPES.get(2).size()], 0);
        assertEquals(-1, batch.rows()[16 * 4], 0);
        assertArrayEquals(new int[16], batch.images());
    }

    @Test
    public void imagesThatDoNotCountAndBatchesOfOneImageAreNoProblem() {
        final TrainingBatch batch = Batches.of(SHAPES.get(1), 1, 3);
        Arrays.fill(batch.rows(), 0);
        m_method.batchLoaded(batch);

        assertArrayEquals(new float[4], Batches.row(batch, 0), 0);
    }

    @Test
    public void changesTheTrainingAndGivesTheSameBitsAgain() throws CanceledException {
        final FitResult plain = fit(List.of(), Optional.empty(), RunControl.none());
        final FitResult first = fit(List.of(m_method), Optional.empty(), RunControl.none());

        assertNotEquals(plain.network().hash(), first.network().hash());
        assertNotEquals(plain.cost().id(), first.cost().id());
        assertEquals(first.network().hash(),
            fit(List.of(m_method), Optional.empty(), RunControl.none()).network().hash());
        assertEquals("[%s%s]".formatted(m_info.label(), new TreeMap<>(m_method.settings())),
            first.network().history().provenance().get(0).settings().get("recipe"));
    }

    @Test
    public void anInterruptedTrainingGoesOnWithTheSameBits() throws Exception {
        final FitResult whole = fit(List.of(m_method), Optional.empty(), RunControl.none());
        final Optional<Path> folder = Optional.of(m_folder.newFolder().toPath());
        assertThrows(CanceledException.class, () -> fit(List.of(m_method), folder, new EndAfter(10)));

        final FitResult resumed = fit(List.of(m_method), folder, RunControl.none());

        assertArrayEquals(whole.network().weights(), resumed.network().weights(), 0);
        assertEquals(whole.cost().id(), resumed.cost().id());
        for (int i = 0; i < 5; i++) {
            assertEquals(whole.epochs().get(i).loss(), resumed.epochs().get(i).loss(), 0);
        }
    }

    private static FitResult fit(final List<RegisteredMethod> recipe, final Optional<Path> folder,
        final RunControl run) throws CanceledException {
        final ImageSet images = Networks.images(30, 1);
        return Trainer.fit(Networks.network(1), images, Optional.empty(), SETTINGS, List.copyOf(recipe), folder, run);
    }

    private TrainingBatch changed(final ImageShape shape, final int images, final long seed) {
        final TrainingBatch batch = Batches.of(shape, images, seed);
        m_method.batchLoaded(batch);
        return batch;
    }

    /** Cancels after some messages: in the third epoch of four updates each. */
    private static final class EndAfter implements RunControl {

        private int m_left;

        EndAfter(final int messages) {
            m_left = messages;
        }

        @Override
        public void progress(final double fraction, final String message) {
            m_left--;
        }

        @Override
        public void checkCanceled() throws CanceledException {
            if (m_left <= 0) {
                throw new CanceledException();
            }
        }
    }
}
