// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.select.SelectorInfo.Trait;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every selection method must do. */
@RunWith(Parameterized.class)
public final class SelectorContractTest {

    private static final int SIZE = 60;

    private final String m_id;

    /** @param id id of the method */
    public SelectorContractTest(final String id) {
        m_id = id;
    }

    /** @return ids of all methods */
    @Parameters(name = "{0}")
    public static List<String> ids() {
        return Selectors.infos().stream().map(SelectorInfo::id).toList();
    }

    @Test
    public void keepsTheBudgetAndRepeatsNothing() throws CanceledException {
        for (final int budget : new int[]{1, 2, 3, 17, 59, SIZE}) {
            final var selection = select(pool(), budget, 1);

            assertEquals(budget, selection.indices().length);
            assertEquals(budget, selection.scores().length);
            assertEquals(budget, IntStream.of(selection.indices()).distinct().count());
            assertTrue(IntStream.of(selection.indices()).allMatch(i -> i >= 0 && i < SIZE));
        }
    }

    @Test
    public void givesFiniteScores() throws CanceledException {
        assertTrue(Arrays.stream(select(pool(), SIZE, 1).scores()).allMatch(Double::isFinite));
    }

    @Test
    public void givesTheSameForTheSameSeed() throws CanceledException {
        final var first = select(pool(), 17, 5);
        final var second = select(pool(), 17, 5);

        assertArrayEquals(first.indices(), second.indices());
        assertArrayEquals(first.scores(), second.scores(), 0);
    }

    @Test
    public void leavesItsInputAsItWas() throws CanceledException {
        final var labels = labels();
        final var thumbnails = thumbnails();

        select(fixture(labels, thumbnails), 17, 1);

        assertArrayEquals(labels(), labels);
        assertArrayEquals(thumbnails(), thumbnails);
    }

    @Test
    public void endsAtOnceWhenCanceled() {
        final var checks = new int[1];
        final var run = new Cancels(checks, 1);

        assertThrows(CanceledException.class,
            () -> Selectors.create(Choice.of(m_id)).select(pool(), 17, Seeds.of(1).generator(), run));
        assertEquals("checks after the cancellation", 1, checks[0]);
    }

    @Test
    public void asksForCancellationWhileItWorks() {
        final var checks = new int[1];
        final var run = new Cancels(checks, 2);

        assertThrows(CanceledException.class,
            () -> Selectors.create(Choice.of(m_id)).select(pool(), 17, Seeds.of(1).generator(), run));
    }

    @Test
    public void reportsItsEnd() throws CanceledException {
        final var last = new String[1];
        Selectors.create(Choice.of(m_id)).select(pool(), 17, Seeds.of(1).generator(), new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
                assertTrue(fraction >= 0 && fraction <= 1);
                last[0] = fraction + " " + message;
            }

            @Override
            public void checkCanceled() {
                // nobody cancels
            }
        });

        assertEquals("1.0 17 images selected", last[0]);
    }

    @Test
    public void takesTheOnlyImage() throws CanceledException {
        final var pool = fixture(new int[1], new float[]{0.5f, 0});

        assertArrayEquals(new int[]{0}, select(pool, 1, 1).indices());
    }

    @Test
    public void selectsFromASingleClass() throws CanceledException {
        final var selection = select(fixture(new int[SIZE], thumbnails()), 17, 1);

        assertEquals(17, IntStream.of(selection.indices()).distinct().count());
    }

    @Test
    public void selectsFromEqualImages() throws CanceledException {
        final var equal = IntStream.range(0, SIZE).mapToObj(i -> new float[]{0.5f, 0.25f}).toArray(float[][]::new);

        assertEquals(17, IntStream.of(select(fixture(labels(), equal), 17, 1).indices()).distinct().count());
    }

    @Test
    public void refusesAnEmptyPool() {
        final var complaint = assertThrows(DataException.class, () -> select(fixture(new int[0]), 1, 1));

        assertEquals("Input: there are no images to select from.", complaint.getMessage());
        assertEquals(List.of("Connect a table with rows."), complaint.fixes());
    }

    @Test
    public void refusesBudgetsBelowOne() {
        for (final int budget : new int[]{0, -1}) {
            final var complaint = assertThrows(SettingsException.class, () -> select(pool(), budget, 1));

            assertEquals("\"Budget\" must be at least 1 image, but is " + budget + ".", complaint.getMessage());
            assertEquals(List.of("Raise Budget."), complaint.fixes());
        }
    }

    @Test
    public void refusesABudgetBeyondTheInput() {
        final var pool = fixture(new int[1200], new float[1200][2]);

        final var complaint = assertThrows(SettingsException.class, () -> select(pool, 5000, 1));

        assertEquals("\"Budget\" must be at most the 1,200 images of the input, but is 5,000.", complaint.getMessage());
        assertEquals(List.of("Lower Budget.", "Connect a larger table."), complaint.fixes());
        assertThrows(SettingsException.class, () -> select(pool(), SIZE + 1, 1));
    }

    @Test
    public void refusesAMissingLabelExactlyIfItNeedsLabels() throws CanceledException {
        final var pool = fixture(new int[]{0, -1}, new float[]{0, 0}, new float[]{1, 0});
        if (!Selectors.info(m_id).needs().contains(Need.LABELS)) {
            assertEquals(2, select(pool, 2, 1).indices().length);
            return;
        }

        assertEquals("Row \"Row1\": the label is missing, but method \"%s\" needs labels."
            .formatted(Selectors.info(m_id).label()),
            assertThrows(DataException.class, () -> select(pool, 1, 1)).getMessage());
    }

    @Test
    public void asksOnlyForWhatItSaysItNeeds() throws CanceledException {
        final var needs = Selectors.info(m_id).needs();
        final var pool = new AskedPool(pool(), needs);

        assertEquals(17, select(pool, 17, 1).indices().length);
    }

    @Test
    public void tellsAboutItself() {
        final var info = Selectors.info(m_id);

        for (final var text : List.of(info.label(), info.summary(), info.score(), info.cost(), info.verdict())) {
            assertFalse(text.isBlank());
        }
        assertTrue(info.summary().endsWith("."));
        assertTrue(info.verdict().endsWith("."));
    }

    @Test
    public void dependsOnTheSeedOnlyIfItSaysSo() throws CanceledException {
        final boolean same = Arrays.equals(select(pool(), 30, 1).indices(), select(pool(), 30, 2).indices());

        assertEquals(Selectors.info(m_id).traits().contains(Trait.DRAWS_AT_RANDOM), !same);
    }

    @Test
    public void weightsStandForAllImagesOrAreOne() throws CanceledException {
        final double[] weights = select(pool(), 17, 1).weights();

        assertEquals(Selectors.info(m_id).traits().contains(Trait.GIVES_WEIGHTS) ? SIZE : 17,
            Arrays.stream(weights).sum(), 1e-9);
        assertTrue(Arrays.stream(weights).allMatch(weight -> weight >= 0));
    }

    @Test
    public void settingsGiveAnEqualMethodBack() throws CanceledException {
        assertArrayEquals(select(pool(), 17, 1).indices(), Selectors.create(Selectors.settings(m_id))
            .select(pool(), 17, Seeds.of(1).generator(), RunControl.none()).indices());
    }

    /** Answers only what was declared. */
    private record AskedPool(Pool pool, Set<Need<?>> needs) implements Pool {

        @Override
        public int size() {
            return pool.size();
        }

        @Override
        public String id(final int i) {
            return pool.id(i);
        }

        @Override
        public <T> T get(final Need<T> need) throws CanceledException {
            assertTrue(need.toString(), needs.contains(need));
            return pool.get(need);
        }

        @Override
        public String fingerprint() {
            return pool.fingerprint();
        }

        @Override
        public Pool subset(final int... indices) {
            return new AskedPool(pool.subset(indices), needs);
        }
    }

    @Test
    public void goesOnFromImagesSelectedBefore() throws CanceledException {
        final var before = PoolFixture.everything(labels(), thumbnails()).put(Need.SELECTED,
            PoolFixture.others("Old", 5, labels(), thumbnails()));
        final var selection = select(before.pool(), 17, 1);

        assertEquals(17, IntStream.of(selection.indices()).distinct().count());
        assertTrue(Arrays.stream(selection.scores()).allMatch(Double::isFinite));
    }

    private static Pool fixture(final int[] labels, final float[]... vectors) {
        return PoolFixture.everything(labels, vectors).pool();
    }

    private Selection select(final Pool pool, final int budget, final long seed) throws CanceledException {
        return Selectors.create(Choice.of(m_id)).select(pool, budget, Seeds.of(seed).generator(), RunControl.none());
    }

    private static Pool pool() {
        return fixture(labels(), thumbnails());
    }

    /** Three classes of very different sizes. */
    private static int[] labels() {
        return IntStream.range(0, SIZE).map(i -> i % 20 == 0 ? 2 : i % 5 == 0 ? 1 : 0).toArray();
    }

    private static float[][] thumbnails() {
        final var random = Seeds.of(9).generator();
        final var thumbnails = new float[SIZE][4];
        for (final float[] thumbnail : thumbnails) {
            for (int j = 0; j < thumbnail.length; j++) {
                thumbnail[j] = random.nextFloat();
            }
        }
        return thumbnails;
    }

    /** Cancels at the n-th question and counts the questions. */
    private record Cancels(int[] checks, int at) implements RunControl {

        @Override
        public void progress(final double fraction, final String message) {
            // not of interest
        }

        @Override
        public void checkCanceled() throws CanceledException {
            if (++checks[0] >= at) {
                throw new CanceledException();
            }
        }
    }
}
